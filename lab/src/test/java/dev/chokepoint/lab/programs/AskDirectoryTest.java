package dev.chokepoint.lab.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.Crash;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.World;
import dev.chokepoint.programs.ask.AskDirectory;
import dev.chokepoint.programs.ask.AskDirectoryConfig;
import dev.chokepoint.programs.ask.AskLoad;
import dev.chokepoint.programs.ask.AskLoadConfig;
import dev.chokepoint.programs.ask.AskServer;
import dev.chokepoint.programs.ask.AskServerConfig;
import dev.chokepoint.programs.load.ServiceTime;
import dev.chokepoint.programs.load.Workload;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A directory says which of two servers has what, and clients ask there. */
class AskDirectoryTest {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    private static final int MESSAGES = 100;
    private static final ServiceTime NO_WORK = new ServiceTime.Constant(0);
    private static final Address DIRECTORY = Address.inet("127.86.0.1", 7201);
    private static final List<Address> SERVERS =
            List.of(Address.inet("127.86.0.2", 7201), Address.inet("127.86.0.3", 7201));

    /** The hosts; only servers run. */
    private static final class Shops implements AutoCloseable {
        final Ledger ledger = new Ledger();
        final World world;
        private long start;

        Shops(Kind kind) {
            world = kind.world(ledger);
            add("directory", "127.86.0.1");
            add("server-1", "127.86.0.2");
            add("server-2", "127.86.0.3");
            add("client", "127.86.0.4");
            serve("server-1", SERVERS.getFirst());
            serve("server-2", SERVERS.getLast());
        }

        private void add(String name, String address) {
            world.add(new HostSpec(name, List.of(Address.inet(address, 0)), HostSpec.UNLIMITED, 1));
        }

        private void serve(String name, Address at) {
            world.start(
                    name, () -> new AskServer(new AskServerConfig(at, StreamOptions.DEFAULT, 300, NO_WORK), _ -> {}));
        }

        void guide(List<Address> to) {
            world.start(
                    "directory",
                    () -> new AskDirectory(
                            new AskDirectoryConfig(DIRECTORY, StreamOptions.DEFAULT, NO_WORK, to), _ -> {}));
        }

        /** Four clients, and a message every 10 ms for a second. */
        void ask(long rememberNanos) {
            start = world.nanoTime() + 300 * MILLI;
            AskLoadConfig config = new AskLoadConfig(
                            DIRECTORY,
                            StreamOptions.DEFAULT,
                            4,
                            MESSAGES,
                            AskLoad.minimumRequestBytes(),
                            new Workload.Constant(MESSAGES),
                            start,
                            start + SECOND,
                            0,
                            1)
                    .guided(rememberNanos);
            world.start("client", () -> new AskLoad(config, _ -> {}));
        }

        void runUntilAsking(long nanos) {
            runUntil(() -> world.nanoTime() >= start + nanos);
        }

        void finish() {
            runUntil(() -> ledger.ended() == MESSAGES);
        }

        void runUntil(BooleanSupplier holds) {
            long end = world.nanoTime() + 30 * SECOND;
            while (!holds.getAsBoolean() && world.nanoTime() < end) {
                world.run(2 * MILLI);
            }
            assertThat(holds.getAsBoolean()).as("in time, with %s", ledger).isTrue();
        }

        /** How many connections a host has had. */
        long connections(String host) {
            return world.resources().stream()
                    .filter(use -> use.name().equals(host + " connections"))
                    .findFirst()
                    .orElseThrow()
                    .served();
        }

        @Override
        public void close() {
            world.close();
        }
    }

    private static String answer(Shops shops, String target) {
        Transcript client =
                new Transcript(DIRECTORY, "GET " + target + " HTTP/1.1\r\nHost: h\r\nRequest-Id: 5\r\n\r\n", true);
        shops.world.start("client", () -> client);
        shops.runUntil(client::isClosed);
        return client.response();
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendAnybodyToTheServerThatHasAThing(Kind kind) {
        try (Shops shops = new Shops(kind)) {
            shops.guide(SERVERS);

            assertThat(answer(shops, "/things/17"))
                    .startsWith("HTTP/1.1 307 Temporary Redirect\r\n")
                    .contains("\r\nLocation: http://127.86.0.3:7201/things/17\r\nRequest-Id: 5\r\n")
                    .endsWith("\r\nContent-Length: 0\r\n\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayThatThereIsNoSuchThing(Kind kind) {
        try (Shops shops = new Shops(kind)) {
            shops.guide(SERVERS);

            assertThat(answer(shops, "/")).startsWith("HTTP/1.1 404 Not Found\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAskEachServerForWhatItHasAndTheDirectoryOnceAClient(Kind kind) {
        try (Shops shops = new Shops(kind)) {
            shops.guide(SERVERS);
            shops.ask(60 * SECOND);
            shops.finish();

            assertThat(shops.ledger.delivered()).hasSize(MESSAGES);
            assertThat(shops.connections("directory")).isEqualTo(4);
            assertThat(shops.connections("server-1")).isEqualTo(2);
            assertThat(shops.connections("server-2")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAskTheDirectoryAgainAfterAWhile(Kind kind) {
        try (Shops shops = new Shops(kind)) {
            shops.guide(SERVERS);
            shops.ask(100 * MILLI);
            shops.finish();

            assertThat(shops.ledger.delivered()).hasSize(MESSAGES);
            // once each to connect, then at most 10 times in the second; a busy machine may ask less often
            assertThat(shops.connections("directory")).isBetween(4L + 4, 4L + 4 * 10);
            assertThat(shops.connections("server-1")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldGoOnWhereItWentThoughTheDirectoryDies(Kind kind) {
        try (Shops shops = new Shops(kind)) {
            shops.guide(SERVERS);
            shops.ask(50 * MILLI);
            shops.runUntilAsking(300 * MILLI);
            shops.world.crash("directory", Crash.PROCESS);
            shops.finish();

            assertThat(shops.ledger.delivered()).hasSize(MESSAGES);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldFailWhereNobodyEverSaidWhereToAsk(Kind kind) {
        try (Shops shops = new Shops(kind)) {
            shops.ask(SECOND);
            shops.runUntil(() -> shops.world.nanoTime() >= shops.start + SECOND);
            shops.guide(SERVERS);
            shops.finish();

            // what fits the queue waits for the first client that is sent to a server
            assertThat(shops.ledger.ended()).isEqualTo(MESSAGES);
            assertThat(shops.ledger.delivered()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldMoveWhenTheThingHasMoved(Kind kind) {
        try (Shops shops = new Shops(kind)) {
            shops.guide(SERVERS);
            shops.ask(50 * MILLI);
            shops.runUntilAsking(300 * MILLI);
            shops.world.crash("directory", Crash.PROCESS);
            shops.guide(List.of(SERVERS.getLast()));
            shops.runUntilAsking(600 * MILLI);
            shops.world.crash("server-1", Crash.PROCESS);
            shops.finish();

            assertThat(shops.ledger.delivered()).hasSize(MESSAGES);
            assertThat(shops.connections("server-2")).isEqualTo(4);
        }
    }
}
