package dev.chokepoint.lab.programs;

import static dev.chokepoint.lab.programs.ScriptedServer.send;
import static dev.chokepoint.lab.programs.Stage.MILLI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.ask.AskClient;
import dev.chokepoint.programs.ask.AskClientConfig;
import dev.chokepoint.programs.ask.AskServer;
import dev.chokepoint.programs.ask.AskServerConfig;
import dev.chokepoint.programs.load.ServiceTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AskClientTest {
    private static List<String> outcomes(Stage stage, AskClientConfig config) {
        Outcomes outcomes = new Outcomes();
        stage.ask(_ -> new AskClient(config, outcomes));
        stage.runUntil(outcomes::isFinished);
        return outcomes.lines();
    }

    @ParameterizedTest
    @EnumSource
    void shouldAskOneAfterTheOther(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            ServiceTime work = new ServiceTime.Constant(2 * MILLI);
            stage.serve((at, told) -> new AskServer(new AskServerConfig(at, StreamOptions.DEFAULT, 300, work), told));
            long before = stage.world.nanoTime();

            List<String> lines = outcomes(
                    stage,
                    AskClientConfig.of(stage.server(), 3)
                            .withInterval(30 * MILLI)
                            .withRequestBytes(10_000));

            assertThat(lines).containsExactly("0: 200, 300 B", "1: 200, 300 B", "2: 200, 300 B");
            assertThat(stage.world.nanoTime() - before).isGreaterThanOrEqualTo(60 * MILLI);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAskAServerThatEndsEachResponseWithTheConnection(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            stage.serve((at, told) -> new ScriptedServer(at, told, (connection, _, n) -> {
                send(connection, "HTTP/1.0 404 Not Found\r\n\r\n" + "x".repeat(n));
                connection.close();
            }));

            assertThat(outcomes(stage, AskClientConfig.of(stage.server(), 2)))
                    .containsExactly("0: 404, 26 B", "1: 404, 27 B");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellWhyThereIsNoAnswerAndGoOn(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            stage.serve((at, told) -> new ScriptedServer(at, told, (connection, _, n) -> {
                switch (n) {
                    case 0 -> connection.abort();
                    case 1 -> connection.close();
                    case 2 -> send(connection, "hello\r\n");
                    case 3 -> {} // never answers
                    default -> send(connection, "HTTP/1.1 204 None\r\n\r\n");
                }
            }));
            AskClientConfig config =
                    new AskClientConfig(stage.server(), StreamOptions.DEFAULT, "example", "/x", 0, 5, 0, 300 * MILLI);

            List<String> lines = outcomes(stage, config);

            assertThat(lines.subList(0, 2)).containsExactly("0: reset, indefinite", "1: closed, indefinite");
            assertThat(lines.get(2)).startsWith("2: bad response: a first line");
            assertThat(lines.subList(3, 5)).containsExactly("3: timed out, indefinite", "4: 204, 21 B");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellThatARefusedRequestWasNeverSeen(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            assertThat(outcomes(stage, AskClientConfig.of(Stage.nobody(), 2)))
                    .containsExactly("0: refused, definite", "1: refused, definite");
        }
    }

    @Test
    void shouldRefuseWhatWouldBreakTheRequestsHead() {
        Address server = Address.inet("127.0.0.1", 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AskClientConfig(server, StreamOptions.DEFAULT, "h", "/a b", 0, 1, 0, 1))
                .withMessageContaining("path \"/a b\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AskClientConfig(server, StreamOptions.DEFAULT, "h\r\nX: y", "/", 0, 1, 0, 1))
                .withMessageContaining("host");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AskClientConfig.of(server, 1).withRequestBytes(10))
                .withMessageContaining("a request of 10 B: must be");
    }
}
