package dev.chokepoint.lab.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.ask.AskServer;
import dev.chokepoint.programs.ask.AskServerConfig;
import dev.chokepoint.programs.load.ServiceTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AskServerTest {
    private static final ServiceTime NO_WORK = new ServiceTime.Constant(0);
    private static final String GET = "GET / HTTP/1.1\r\nHost: h\r\n";

    /** What the server answers to a text, until either side has closed. */
    private static String answer(Kind kind, long responseBytes, String request, boolean finish) {
        try (Stage stage = new Stage(kind)) {
            stage.serve((at, told) ->
                    new AskServer(new AskServerConfig(at, StreamOptions.DEFAULT, responseBytes, NO_WORK), told));
            Transcript transcript = new Transcript(stage.server(), request, finish);
            stage.ask(_ -> transcript);
            stage.runUntil(transcript::isClosed);
            return transcript.response();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAnswerExactlyAsLongAsConfigured(Kind kind) {
        for (long bytes : new long[] {AskServer.minimumResponseBytes(), 200, 201, 1000, 16_500, 17_000}) {
            String answer = answer(kind, bytes, GET + "Request-Id: 0000000000000000042\r\n\r\n", true);

            assertThat(answer).hasSize((int) bytes).contains("\r\nRequest-Id: 0000000000000000042\r\n");
            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\n");
            assertThat(bodyLength(answer)).isEqualTo(announced(answer));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAnswerAtLength(Kind kind) {
        String answer = answer(kind, 3_000_000, GET + "Connection: close\r\n\r\n", false);

        assertThat(answer).hasSize(3_000_000).endsWith("\n");
        assertThat(bodyLength(answer)).isEqualTo(announced(answer));
    }

    @ParameterizedTest
    @EnumSource
    void shouldAnswerAtLengthToAClientThatHasFinished(Kind kind) {
        assertThat(answer(kind, 3_000_000, GET + "\r\n", true)).hasSize(3_000_000);
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayWhatItIsInAReadableBody(Kind kind) {
        String answer = answer(kind, 1000, GET + "\r\n", true);

        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        assertThat(body).startsWith("Chokepoint ask: this response has 1000 bytes, head included.\n");
        assertThat(body.lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @EnumSource
    void shouldAnswerPipelinedRequestsInOrderAndCloseWhenAsked(Kind kind) {
        String requests = GET + "Request-Id: a\r\n\r\n" + "POST /x HTTP/1.1\r\nHost: h\r\nRequest-Id: b\r\n"
                + "Content-Length: 3\r\n\r\nabc"
                + "HEAD / HTTP/1.1\r\nHost: h\r\nRequest-Id: c\r\nConnection: close\r\n"
                + "\r\n" + GET + "Request-Id: never\r\n\r\n";

        String answer = answer(kind, 300, requests, false);

        assertThat(answer.split("HTTP/1.1 200 OK\r\n")).hasSize(4);
        assertThat(answer)
                .containsSubsequence("Id: a", "Id: b", "Id: c", "Connection: close")
                .doesNotContain("never");
        assertThat(answer.substring(600)).endsWith("\r\n\r\n").contains("Content-Length: ");
    }

    @ParameterizedTest
    @EnumSource
    void shouldAnnounceAKeptConnectionToOldClientsOnly(Kind kind) {
        String old = "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";

        String answer = answer(kind, 300, old + "GET / HTTP/1.0\r\n\r\n", false);

        assertThat(answer).hasSize(600).containsSubsequence("Connection: keep-alive", "Connection: close");
        assertThat(answer(kind, 300, GET + "\r\n", true)).doesNotContain("Connection");
    }

    @ParameterizedTest
    @EnumSource
    void shouldAskForABodyThatIsKeptBack(Kind kind) {
        String answer = answer(
                kind, 300, "POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n", true);

        assertThat(answer).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayWhyItRefusesAndClose(Kind kind) {
        String answer = answer(kind, 300, GET + "Bad : x\r\n\r\n" + GET + "\r\n", false);

        assertThat(answer)
                .startsWith("HTTP/1.1 400 Bad Request\r\n")
                .contains("Connection: close\r\n")
                .endsWith("400 Bad Request: white space before the colon of a header line.\n");
        assertThat(bodyLength(answer)).isEqualTo(announced(answer));
    }

    @Test
    void shouldDateItsResponsesByTheWorldsClock() {
        assertThat(answer(Kind.SIMULATOR, 300, GET + "\r\n", true))
                .contains("\r\nDate: Fri, 02 Jan 2026 03:04:05 GMT\r\n");
    }

    @Test
    void shouldRefuseSizesAndLimitsItCanNotKeep() {
        Address at = Address.inet("127.0.0.1", 0);
        long minimum = AskServer.minimumResponseBytes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AskServerConfig(at, StreamOptions.DEFAULT, minimum - 1, NO_WORK))
                .withMessageContaining("a response of " + (minimum - 1) + " B: must be " + minimum);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new AskServerConfig(at, StreamOptions.DEFAULT.withSendMarks(1000, 2023), minimum, NO_WORK))
                .withMessageContaining("2023")
                .withMessageContaining("1024");
    }

    private static int announced(String answer) {
        return Integer.parseInt(answer.replaceAll("(?s).*\r\nContent-Length: *(\\d+)\r\n.*", "$1"));
    }

    private static int bodyLength(String answer) {
        return answer.length() - answer.indexOf("\r\n\r\n") - 4;
    }
}
