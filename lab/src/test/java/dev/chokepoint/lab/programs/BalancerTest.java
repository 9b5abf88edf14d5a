package dev.chokepoint.lab.programs;

import static dev.chokepoint.lab.programs.Farm.MILLI;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Connection;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.lab.programs.Farm.Callers;
import dev.chokepoint.lab.programs.Farm.Named;
import dev.chokepoint.programs.ask.AskServer;
import dev.chokepoint.programs.ask.AskServerConfig;
import dev.chokepoint.programs.balance.BalancerCounts;
import dev.chokepoint.programs.balance.BalancerCounts.Change;
import dev.chokepoint.programs.balance.BalancerCounts.OfServer;
import dev.chokepoint.programs.balance.Health;
import dev.chokepoint.programs.balance.Policy;
import dev.chokepoint.programs.echo.EchoServer;
import dev.chokepoint.programs.load.ServiceTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BalancerTest {
    /** So rare that no check comes in a test. */
    private static final Health RARE = new Health(3_600_000_000_000L, 5_000_000_000L, 2, 2);

    /** Patient, since a busy machine answers late. */
    private static final Health OFTEN = new Health(20 * MILLI, 20 * MILLI, 2, 2);

    private static final String GET = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";

    private static Farm farm(Kind kind, int count, Policy policy, Health health) {
        return new Farm(kind, count, policy, health);
    }

    @ParameterizedTest
    @EnumSource
    void shouldPassARequestAndALongAnswerThoughTheClientHasFinished(Kind kind) {
        try (Farm farm = farm(kind, 1, Policy.TWO_CHOICES, RARE)) {
            farm.serve(
                    0,
                    at -> new AskServer(
                            new AskServerConfig(at, StreamOptions.DEFAULT, 3_000_000, new ServiceTime.Constant(0))));
            farm.balance();
            Transcript client = new Transcript(farm.entrance(), GET, true);
            farm.ask(client);
            farm.runUntil(client::isClosed);

            assertThat(client.response())
                    .hasSize(3_000_000)
                    .startsWith("HTTP/1.1 200 OK")
                    .endsWith("\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldPassEveryByteToAClientThatReadsLateAndHoldFew(Kind kind) {
        StreamOptions tight =
                StreamOptions.DEFAULT.withSendMarks(8 << 10, 80 << 10).withWindow(64 << 10);
        byte[] unit = "0123456789abcdef".repeat(1000).getBytes(US_ASCII);
        try (Farm farm = farm(kind, 1, Policy.RANDOM, RARE)) {
            farm.serve(0, at -> new EchoServer(at, tight, _ -> {}));
            farm.balance(tight, 0);
            LateReader client = new LateReader(farm.entrance(), unit, 300);
            farm.ask(client);
            farm.world.run(200 * MILLI);
            assertThat(client.receivedBytes()).isZero();
            client.read();
            farm.runUntil(() -> client.receivedBytes() >= 300L * unit.length || client.isClosed());

            // past its send limit a connection would have been aborted, and bytes be missing
            assertThat(client.receivedBytes()).isEqualTo(300L * unit.length);
            assertThat(client.received()).startsWith(unit).endsWith(unit);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldPassHalfClosesOn(Kind kind) {
        try (Farm farm = farm(kind, 1, Policy.RANDOM, RARE)) {
            List<String> ends = serve(farm, 0);
            farm.balance();
            Callers callers = new Callers(farm.entrance(), 1, Connection::finish);
            farm.ask(callers);
            farm.runUntil(() -> callers.ends().size() == 1 && ends.size() == 1);

            assertThat(callers.ends()).containsExactly("LocalClosed");
            assertThat(ends).containsExactly("PeerClosed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldPassAnAbortOn(Kind kind) {
        try (Farm farm = farm(kind, 1, Policy.RANDOM, RARE)) {
            List<String> ends = serve(farm, 0);
            farm.balance();
            Callers callers = new Callers(farm.entrance(), 1, Connection::abort);
            farm.ask(callers);
            farm.runUntil(() -> ends.size() == 1);

            assertThat(ends).containsExactly("Reset");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldPassAServersAbortOn(Kind kind) {
        try (Farm farm = farm(kind, 1, Policy.RANDOM, RARE)) {
            farm.serve(0, at -> new ScriptedServer(at, _ -> {}, (connection, _, _) -> connection.abort()));
            farm.balance();
            Transcript client = new Transcript(farm.entrance(), GET, false);
            farm.ask(client);
            farm.runUntil(client::isClosed);

            assertThat(client.response()).isEmpty();
        }
    }

    private static List<String> serve(Farm farm, int number) {
        List<String> ends = Collections.synchronizedList(new ArrayList<>());
        farm.serve(number, at -> new Named("" + number, at, ends));
        return ends;
    }

    @ParameterizedTest
    @EnumSource
    void shouldTakeTurns(Kind kind) {
        try (Farm farm = farm(kind, 3, Policy.ROUND_ROBIN, RARE)) {
            for (int i = 0; i < 3; i++) {
                serve(farm, i);
            }
            farm.balance();
            Callers callers = new Callers(farm.entrance(), 7, Connection::close);
            farm.ask(callers);
            farm.runUntil(() -> callers.ends().size() == 7);

            assertThat(callers.heard()).containsExactly("0", "1", "2", "0", "1", "2", "0");
            assertThat(farm.tally.counts().servers())
                    .extracting(OfServer::chosen)
                    .containsExactly(3L, 2L, 2L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTryAnotherServerAndStopOfferingToOneThatRefuses(Kind kind) {
        try (Farm farm = farm(kind, 2, Policy.ROUND_ROBIN, RARE)) {
            serve(farm, 1);
            farm.balance();
            Callers callers = new Callers(farm.entrance(), 6, Connection::close);
            farm.ask(callers);
            farm.runUntil(() -> callers.ends().size() == 6);

            BalancerCounts counts = farm.tally.counts();
            assertThat(callers.heard()).containsOnly("1").hasSize(6);
            assertThat(counts.servers()).containsExactly(new OfServer(2, 2, 0), new OfServer(6, 0, 0));
            assertThat(counts.retried()).isEqualTo(2);
            assertThat(counts.changes()).extracting(Change::server).containsExactly(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAbortAClientThatNoServerTakes(Kind kind) {
        try (Farm farm = farm(kind, 2, Policy.RANDOM, RARE)) {
            farm.balance();
            Callers callers = new Callers(farm.entrance(), 1, Connection::close);
            farm.ask(callers);
            farm.runUntil(() -> callers.ends().size() == 1);

            assertThat(callers.ends()).containsExactly("Reset");
            assertThat(farm.tally.counts().turnedAway()).isEqualTo(1);
            assertThat(farm.tally.counts().servers())
                    .extracting(OfServer::failed)
                    .containsExactly(1L, 1L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindOutWhoIsIllAndWhoIsWellAgain(Kind kind) {
        try (Farm farm = farm(kind, 2, Policy.ROUND_ROBIN, OFTEN)) {
            serve(farm, 0);
            farm.balance();
            farm.runUntil(() -> knows(farm, 1, false));
            serve(farm, 1);
            farm.runUntil(() -> knows(farm, 1, true));
            Callers callers = new Callers(farm.entrance(), 2, Connection::close);
            farm.ask(callers);
            farm.runUntil(() -> callers.ends().size() == 2);

            assertThat(callers.heard()).containsExactlyInAnyOrder("0", "1");
        }
    }

    private static boolean knows(Farm farm, int server, boolean up) {
        return farm.tally.counts().changes().stream().anyMatch(c -> c.server() == server && c.up() == up);
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveNoNewConnectionsToAServerThatIsDrained(Kind kind) {
        try (Farm farm = farm(kind, 2, Policy.ROUND_ROBIN, RARE)) {
            serve(farm, 0);
            serve(farm, 1);
            farm.balance();
            farm.draining.set(0, true);
            Callers callers = new Callers(farm.entrance(), 4, Connection::close);
            farm.ask(callers);
            farm.runUntil(() -> callers.ends().size() == 4);

            assertThat(callers.heard()).containsExactly("1", "1", "1", "1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldLetConnectionsOfADrainedServerLiveUntilTheDeadline(Kind kind) {
        Health health = new Health(100 * MILLI, 100 * MILLI, 50, 1);
        try (Farm farm = farm(kind, 1, Policy.RANDOM, health)) {
            List<String> ends = serve(farm, 0);
            farm.balance(StreamOptions.DEFAULT, 300 * MILLI);
            Callers callers = new Callers(farm.entrance(), 1, _ -> {});
            farm.ask(callers);
            farm.runUntil(() -> callers.heard().size() == 1);
            long drained = farm.world.nanoTime();
            farm.draining.set(0, true);
            farm.runUntil(() -> callers.ends().size() == 1);

            assertThat(farm.world.nanoTime() - drained).isGreaterThan(300 * MILLI);
            assertThat(callers.ends()).containsExactly("Reset");
            assertThat(farm.tally.counts().servers()).containsExactly(new OfServer(1, 0, 1));
            farm.runUntil(() -> ends.contains("Reset"));
        }
    }
}
