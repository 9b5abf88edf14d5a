package dev.chokepoint.lab.programs;

import static dev.chokepoint.lab.programs.ScriptedServer.id;
import static dev.chokepoint.lab.programs.ScriptedServer.send;
import static dev.chokepoint.lab.programs.Stage.MILLI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.ask.AskLoad;
import dev.chokepoint.programs.ask.AskLoadConfig;
import dev.chokepoint.programs.load.Workload;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a load makes of servers that misbehave: one client asks ten times, 20 ms apart. */
class BadServerTest {
    private static final int REQUESTS = 10;

    private static String answer(String id) {
        return "HTTP/1.1 200 OK\r\nRequest-Id: " + id + "\r\nContent-Length: 2\r\n\r\nhi";
    }

    private static void check(Kind kind, ScriptedServer.Script script, Map<String, Integer> failed) {
        try (Stage stage = new Stage(kind)) {
            stage.serve((at, told) -> new ScriptedServer(at, told, script));
            long start = stage.world.nanoTime() + 50 * MILLI;
            AskLoadConfig config = new AskLoadConfig(
                    stage.server(),
                    StreamOptions.DEFAULT,
                    1,
                    REQUESTS,
                    200,
                    new Workload.Constant(50),
                    start,
                    start + REQUESTS * 20 * MILLI,
                    0,
                    1);
            stage.ask(_ -> new AskLoad(config, _ -> {}));
            stage.runUntil(() -> stage.ledger.ended() == REQUESTS);

            assertThat(stage.ledger.failed()).isEqualTo(failed);
            int failures = failed.values().stream().mapToInt(n -> n).sum();
            assertThat(stage.ledger.delivered()).hasSize(REQUESTS - failures);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldDeliverWhatIsAnswered(Kind kind) {
        check(kind, (connection, head, _) -> send(connection, answer(id(head))), Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void shouldFailAnswersToOtherRequests(Kind kind) {
        check(kind, (c, head, n) -> send(c, n == 3 ? answer("99") : answer(id(head))), Map.of("wrong answer", 1));
        check(
                kind,
                (c, head, n) -> send(c, n < 2 ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n" : answer(id(head))),
                Map.of("wrong answer", 2));
    }

    @ParameterizedTest
    @EnumSource
    void shouldFailOtherStatusesByName(Kind kind) {
        String busy = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";
        check(kind, (c, head, n) -> send(c, n == 5 ? busy : answer(id(head))), Map.of("status 503", 1));
    }

    @ParameterizedTest
    @EnumSource
    void shouldReconnectAfterWhatIsNotHttp(Kind kind) {
        check(kind, (c, head, n) -> send(c, n == 2 ? "+OK POP3\r\n" : answer(id(head))), Map.of("bad response", 1));
    }

    @ParameterizedTest
    @EnumSource
    void shouldReconnectAfterAReset(Kind kind) {
        check(
                kind,
                (connection, head, n) -> {
                    if (n % 4 == 0) {
                        connection.abort();
                    } else {
                        send(connection, answer(id(head)));
                    }
                },
                Map.of("reset", 3));
    }

    @ParameterizedTest
    @EnumSource
    void shouldReconnectAfterACloseWithoutAnAnswer(Kind kind) {
        check(
                kind,
                (connection, head, n) -> {
                    if (n == 0) {
                        send(connection, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhal");
                        connection.close();
                    } else {
                        send(connection, answer(id(head)));
                    }
                },
                Map.of("closed", 1));
    }

    @ParameterizedTest
    @EnumSource
    void shouldReconnectForEachRequestWhenTheServerWantsIt(Kind kind) {
        check(
                kind,
                (connection, head, _) -> {
                    send(connection, "HTTP/1.0 200 OK\r\nRequest-Id: " + id(head) + "\r\n\r\nuntil the end");
                    connection.close();
                },
                Map.of());
    }
}
