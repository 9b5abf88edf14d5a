package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.ListenException;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.blocking.BlockingConnection;
import dev.chokepoint.host.blocking.BlockingHost;
import dev.chokepoint.host.blocking.ConnectionClosedException;
import dev.chokepoint.host.blocking.Task;
import dev.chokepoint.host.world.ProgramFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The blocking adapter in every world. */
class BlockingTest extends ParitySuite {
    private static final int MANY_BYTES = 600_000;

    private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());

    private void start(String host, Task task) {
        stage.start(
                host,
                () -> BlockingHost.program(own -> {
                    threads.add(Thread.currentThread());
                    task.run(own);
                }));
    }

    private static void echo(BlockingConnection connection) throws IOException {
        try (connection) {
            ByteBuffer bytes = ByteBuffer.allocate(1_000);
            while (connection.read(bytes.clear()) >= 0) {
                connection.write(bytes.flip());
            }
        }
    }

    /** Starts an echo server of the blocking kind. */
    private Address startEcho() {
        AtomicReference<Address> address = new AtomicReference<>();
        start("server", host -> {
            var server = host.listen(SERVER_IP);
            address.set(server.local());
            while (true) {
                BlockingConnection connection = server.accept();
                host.fork(_ -> echo(connection));
            }
        });
        return address.get(); // set before start returned
    }

    @Test
    void shouldEchoAThousandRoundTrips() {
        int roundTrips = setting.way() == Setting.Way.DIRECT ? 1_000 : 100; // each takes 4 ms over the link
        Address address = startEcho();
        CompletableFuture<Integer> done = new CompletableFuture<>();
        start("client", host -> {
            ByteBuffer bytes = ByteBuffer.allocate(4);
            try (var connection = host.connect(address)) {
                for (int i = 0; i < roundTrips; i++) {
                    connection.write(bytes.clear().putInt(i).flip());
                    bytes.clear();
                    while (bytes.hasRemaining()) {
                        connection.read(bytes);
                    }
                    assertThat(bytes.flip().getInt()).isEqualTo(i);
                }
            }
            done.complete(roundTrips);
        });

        assertThat(stage.await("all round trips", done)).isEqualTo(roundTrips);
    }

    @Test
    void shouldWaitWhileThePeerDoesNotRead() {
        StreamOptions narrow = OPTIONS.withWindow(10_000).withSendMarks(20_000, 50_000);
        AtomicReference<Address> address = new AtomicReference<>();
        List<String> events = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Integer> read = new CompletableFuture<>();
        start("server", host -> {
            var server = host.listen(SERVER_IP, narrow);
            address.set(server.local());
            try (var connection = server.accept()) {
                host.sleep(Duration.ofMillis(200));
                events.add("reads");
                ByteBuffer all = ByteBuffer.allocate(MANY_BYTES);
                while (connection.read(all) > 0) {}
                read.complete(all.position());
            }
        });
        start("client", host -> {
            try (var connection = host.connect(CLIENT_IP, address.get(), narrow)) {
                connection.write(ByteBuffer.allocate(MANY_BYTES));
                events.add("has written");
            }
        });

        assertThat(stage.await("all bytes", read)).isEqualTo(MANY_BYTES);
        assertThat(events).containsExactly("reads", "has written");
    }

    @Test
    void shouldRunOneTaskOfALaneAtATime() {
        List<String> order = new ArrayList<>(); // not synchronised, on purpose
        CompletableFuture<List<String>> done = new CompletableFuture<>();
        start("client", host -> {
            for (int i = 0; i < 3; i++) {
                int task = i;
                host.fork(own -> {
                    for (int turn = 0; turn < 3; turn++) {
                        own.sleep(Duration.ofMillis(5 + 2 * task));
                        order.add(task + "." + turn);
                    }
                });
            }
            host.sleep(Duration.ofMillis(60));
            done.complete(List.copyOf(order));
        });

        assertThat(stage.await("all tasks", done)).hasSize(9).contains("0.2", "1.2", "2.2");
    }

    @Test
    void shouldTellWhyAConnectionCouldNotBeOpened() {
        Actor server = stage.actor("server");
        Actor.Listener listener = server.serve(SERVER_IP, OPTIONS, _ -> new Probe());
        server.tell(_ -> listener.server().close());
        stage.settle();
        CompletableFuture<CloseReason> reason = new CompletableFuture<>();
        start("client", host -> {
            try (var connection = host.connect(listener.local())) {
                connection.finish();
            } catch (ConnectionClosedException e) {
                reason.complete(e.reason());
            }
        });

        assertThat(stage.await("the refusal", reason)).isEqualTo(REFUSED);
    }

    @Test
    void shouldTellAReaderThatThePeerReset() {
        Assumptions.assumeTrue(
                setting.way() != Setting.Way.LOSSY,
                "a reset that is lost is not sent again: who only reads never hears of it");
        AtomicReference<Address> address = new AtomicReference<>();
        start("server", host -> {
            var server = host.listen(SERVER_IP);
            address.set(server.local());
            server.accept().abort();
        });
        CompletableFuture<CloseReason> reason = new CompletableFuture<>();
        start("client", host -> {
            try (var connection = host.connect(address.get())) {
                connection.read(ByteBuffer.allocate(1));
            } catch (ConnectionClosedException e) {
                reason.complete(e.reason());
            }
        });

        assertThat(stage.await("the reset", reason)).isEqualTo(RESET);
    }

    @Test
    void shouldEndTheRunWhenATaskThrows() {
        start("client", host -> {
            host.sleep(Duration.ofMillis(1));
            throw new IOException("out of ideas");
        });

        assertThatThrownBy(() -> stage.pass(2_000_000_000))
                .isInstanceOf(ProgramFailure.class)
                .hasMessageContaining("client")
                .hasStackTraceContaining("out of ideas");
    }

    @Test
    void shouldLetAListenExceptionThroughFromTheStart() {
        assertThatThrownBy(() -> start("client", host -> host.listen(SERVER_IP)))
                .isInstanceOf(ListenException.class);
    }

    @Test
    void shouldEndItsTasksWhenTheWorldCloses() throws InterruptedException {
        Address address = startEcho();
        CompletableFuture<Boolean> waits = new CompletableFuture<>();
        AtomicReference<Boolean> cleaned = new AtomicReference<>(false);
        start("client", host -> {
            var connection = host.connect(address);
            host.fork(own -> {
                threads.add(Thread.currentThread());
                waits.complete(true);
                own.sleep(Duration.ofHours(1));
            });
            try {
                connection.read(ByteBuffer.allocate(1));
            } finally {
                cleaned.set(true);
            }
        });
        stage.await("both to wait", waits);

        stage.close();

        assertThat(cleaned).hasValue(true);
        assertThat(threads).hasSize(3);
        for (Thread thread : threads) {
            assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void shouldRefuseToBeUsedFromAForeignThread() {
        CompletableFuture<BlockingHost> host = new CompletableFuture<>();
        start("client", host::complete);
        stage.await("the task", host);

        assertThatThrownBy(() -> host.join().nanoTime())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no task of this lane");
    }

    @Test
    void shouldNameATaskThatWaitsElsewhere() {
        Assumptions.assumeTrue(
                setting.way() == Setting.Way.DIRECT && (setting.kind().isVirtual() || setting.kind() == WorldKind.NIO),
                "once in each world is enough: it takes seconds of the real clock");
        CountDownLatch never = new CountDownLatch(1);
        start("client", host -> {
            host.sleep(Duration.ofMillis(1));
            never.await();
        });

        assertThatThrownBy(() -> stage.pass(30_000_000_000L))
                .isInstanceOf(ProgramFailure.class)
                .hasMessageContaining("waits outside the blocking adapter")
                .hasStackTraceContaining("CountDownLatch.await");
    }
}
