package dev.chokepoint.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Work;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.ResourceUse;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the parity suite can't see: threads, descriptors, CPU time, and peers that make writes wait. */
class IoModelTest {
    private static final Address LOCAL = Address.inet("127.0.0.1", 0);
    private static final String SERVER = "io-server";
    private static final String CLIENT = "io-client";
    private static final int CONNECTIONS = 30;
    private static final Work.Synthetic BURN = new Work.Synthetic("burn");

    private final AtomicReference<Address> at = new AtomicReference<>();

    private LiveWorld world(IoModel io) {
        LiveWorld world = new LiveWorld(1, Transport.best(), io, Observer.NONE);
        world.add(new HostSpec(SERVER, List.of(LOCAL), 2, 1));
        world.add(new HostSpec(CLIENT, List.of(LOCAL), 2, 1));
        return world;
    }

    private void serve(LiveWorld world, Session session) {
        world.start(
                SERVER,
                () -> host -> at.set(
                        host.listen(LOCAL, StreamOptions.DEFAULT, _ -> session).local()));
    }

    private void connect(Host host, int tag, Session session) {
        host.connect(LOCAL, at.get(), StreamOptions.DEFAULT, tag, session);
    }

    private static Session sending(String text, CountDownLatch answers) {
        return new Session() {
            @Override
            public void onOpen(Connection connection) {
                connection.send(Payload.of(text));
            }

            @Override
            public void onBytes(Connection connection, ByteBuffer bytes) {
                answers.countDown();
            }
        };
    }

    private static List<String> threads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null)
                .map(ThreadInfo::getThreadName)
                .filter(name -> name.startsWith("io-"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(IoModel.class)
    void shouldEndItsThreadsAndSocketsWithTheWorld(IoModel io) throws InterruptedException {
        long before = Descriptors.open();
        CountDownLatch answers = new CountDownLatch(CONNECTIONS);
        try (LiveWorld world = world(io)) {
            serve(world, (connection, bytes) -> connection.send(bytes));
            world.start(CLIENT, () -> host -> {
                for (int i = 0; i < CONNECTIONS; i++) {
                    connect(host, i, sending("x", answers));
                }
            });
            assertThat(answers.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(threads()).hasSizeGreaterThanOrEqualTo(io == IoModel.PLATFORM ? 2 * CONNECTIONS : 2);
            assertThat(Descriptors.open()).isGreaterThanOrEqualTo(before + 2 * CONNECTIONS);
        }

        for (int i = 0; i < 500 && !threads().isEmpty(); i++) {
            Thread.sleep(10); // a thread has ended a moment after it says so
        }
        assertThat(threads()).isEmpty();
        assertThat(Descriptors.open()).isLessThan(before + CONNECTIONS);
    }

    @ParameterizedTest
    @EnumSource(IoModel.class)
    void shouldCountTheCpuTimeOfWhateverThreadDoesTheWork(IoModel io) throws InterruptedException {
        CountDownLatch answers = new CountDownLatch(1);
        AtomicReference<Host> server = new AtomicReference<>();
        try (LiveWorld world = world(io)) {
            world.start(SERVER, () -> host -> {
                server.set(host);
                at.set(host.listen(LOCAL, StreamOptions.DEFAULT, _ -> (connection, bytes) -> {
                            host.spend(BURN, 50_000_000);
                            connection.send(bytes);
                        })
                        .local());
            });
            world.start(CLIENT, () -> host -> connect(host, 0, sending("x", answers)));
            assertThat(answers.await(30, TimeUnit.SECONDS)).isTrue();

            ResourceUse lane = world.resources().stream()
                    .filter(use -> use.name().equals(SERVER + " lane 0"))
                    .findFirst()
                    .orElseThrow();
            assertThat(lane.usedNanos()).isBetween(40_000_000.0, 10_000_000_000.0);
        }
    }

    /** Each end sends more than all buffers between them hold before it reads anything: a thread that only writes is not enough. */
    @ParameterizedTest
    @EnumSource(IoModel.class)
    void shouldReadWhileItsWritesWait(IoModel io) throws InterruptedException {
        int pieces = 400;
        Payload piece = Payload.of("y".repeat(20_000));
        CountDownLatch done = new CountDownLatch(2);
        Session flood = new Session() {
            private final AtomicLong[] received = {new AtomicLong(), new AtomicLong()};

            @Override
            public void onOpen(Connection connection) {
                for (int i = 0; i < pieces; i++) {
                    connection.send(piece);
                }
            }

            @Override
            public void onBytes(Connection connection, ByteBuffer bytes) {
                int side = connection.remote().equals(at.get()) ? 0 : 1;
                if (received[side].addAndGet(bytes.remaining()) == (long) pieces * piece.length()) {
                    done.countDown();
                }
            }
        };
        StreamOptions options = StreamOptions.DEFAULT.withSendMarks(1 << 16, 16 << 20);
        try (LiveWorld world = world(io)) {
            world.start(
                    SERVER,
                    () -> host -> at.set(host.listen(LOCAL, options, _ -> flood).local()));
            world.start(CLIENT, () -> host -> host.connect(LOCAL, at.get(), options, 0, flood));

            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Others get what is sent to them while one doesn't read. */
    @ParameterizedTest
    @EnumSource(IoModel.class)
    void shouldNotKeepOthersWaitingForAPeerThatDoesNotRead(IoModel io) throws InterruptedException {
        Payload piece = Payload.of("z".repeat(20_000));
        CountDownLatch answers = new CountDownLatch(CONNECTIONS);
        try (LiveWorld world = world(io)) {
            serve(world, (connection, _) -> {
                for (int i = 0; i < 20; i++) {
                    connection.send(piece);
                }
            });
            world.start(CLIENT, () -> host -> {
                for (int i = 0; i < CONNECTIONS; i++) {
                    connect(host, i, new Deaf(answers, i % 2 == 0));
                }
            });

            assertThat(answers.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Asks, and doesn't read the answer, or reads all of it. */
    private static final class Deaf implements Session {
        private final CountDownLatch done;
        private final boolean deaf;
        private long received;

        Deaf(CountDownLatch done, boolean deaf) {
            this.done = done;
            this.deaf = deaf;
        }

        @Override
        public void onOpen(Connection connection) {
            connection.send(Payload.of("?"));
            if (deaf) {
                connection.pause();
                done.countDown();
            }
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            received += bytes.remaining();
            if (received == 400_000) {
                done.countDown();
            }
        }
    }

    @Test
    void shouldRefuseMoreThreadsThanAProcessMayHave() {
        ThreadBudget budget = new ThreadBudget();
        for (int i = 0; i < ThreadBudget.MAX; i++) {
            assertThat(budget.take()).isTrue();
        }

        assertThat(budget.take()).isFalse();
        budget.giveBack();
        assertThat(budget.take()).isTrue();
    }
}
