package dev.chokepoint.programs.nats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NatsParserTest {
    private static final String STREAM = "INFO {\"max_payload\":300} \r\n"
            + "connect {\"verbose\": false}\r\n"
            + "PUB a.b 5\r\nhello\r\n"
            + "PUB a.b r.x 0\r\n\r\n"
            + "HPUB a 12 15\r\nNATS/1.0\r\n\r\nabc\r\n"
            + "HPUB\ta r  12 12\r\nNATS/1.0\r\n\r\n\r\n"
            + "SUB a.* 1\r\nsub a.> group 2\r\nUNSUB 1\r\nUNSUB 2 10\r\n"
            + "MSG a.b 1 3\r\n\r\nx\r\n"
            + "MSG a.b 1 r.x 260\r\n" + "0123456789".repeat(26) + "\r\n"
            + "HMSG a 1 12 13\r\nNATS/1.0\r\n\r\nz\r\n"
            + "HMSG a 1 r 12 13\r\nNATS/1.0\r\n\r\nz\r\n"
            + "ping\nPONG\r\n+OK\r\n-ERR 'Slow Consumer'\r\n";
    private static final List<String> OPERATIONS = List.of(
            "INFO {\"max_payload\":300} ",
            "CONNECT {\"verbose\": false}",
            "PUB a.b 5 [hello]",
            "PUB a.b r.x 0 []",
            "HPUB a 12 15 [NATS/1.0\r\n\r\nabc]",
            "HPUB a r 12 12 [NATS/1.0\r\n\r\n]",
            "SUB a.* 1",
            "SUB a.> group 2",
            "UNSUB 1",
            "UNSUB 2 10",
            "MSG a.b 1 3 [\r\nx]",
            "MSG a.b 1 r.x 260 [" + "0123456789".repeat(26) + "]",
            "HMSG a 1 12 13 [NATS/1.0\r\n\r\nz]",
            "HMSG a 1 r 12 13 [NATS/1.0\r\n\r\nz]",
            "PING",
            "PONG",
            "OK",
            "ERR 'Slow Consumer'");

    @Test
    void shouldReadEveryOperation() {
        assertThat(Operations.read(STREAM)).isEqualTo(OPERATIONS);
    }

    @Test
    void shouldReadTheSameWhereverTheStreamIsSplit() {
        for (int cut = 0; cut <= STREAM.length(); cut++) {
            assertThat(Operations.read(STREAM, cut)).as("split at %d", cut).isEqualTo(OPERATIONS);
        }
        for (int step = 1; step < 60; step++) {
            assertThat(Operations.read(STREAM, Operations.steps(STREAM.length(), step)))
                    .as("pieces of %d", step)
                    .isEqualTo(OPERATIONS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELLO", "PU", "PUBS a 1", "GET / HTTP/1.1", "", "CONNECTED {}", "é"})
    void shouldRefuseWhatIsNoOperation(String line) {
        assertThat(refusal(line + "\r\n")).isEqualTo(NatsParser.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PUB a",
                "PUB",
                "PUB a b c 1",
                "PUB a -1",
                "PUB a 1x",
                "PUB a 1234567890",
                "HPUB a 5",
                "HPUB a 5 4",
                "SUB a",
                "UNSUB",
                "UNSUB 1 2 3",
                "MSG a 1",
                "PING x",
                "INFO",
                "CONNECT",
                "MSG a 1 2 3 4 5 6"
            })
    void shouldRefuseTheWrongArguments(String line) {
        assertThat(refusal(line + "\r\n")).isEqualTo(NatsParser.MALFORMED);
    }

    @Test
    void shouldRefuseAPayloadWithoutItsEnd() {
        assertThat(refusal("PUB a 3\r\nabcd\r\n")).isEqualTo(NatsParser.MALFORMED);
        assertThat(refusal("PUB a 3\r\nab\r\n\r\n")).isEqualTo(NatsParser.MALFORMED);
    }

    @Test
    void shouldHoldLinesAndPayloadsToTheirLimits() {
        String longest = "SUB " + "a".repeat(Operations.LINE_MOST - 6) + " 1";

        assertThat(Operations.read(longest + "\r\n"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("SUB ");
        assertThat(refusal("SUB a" + longest.substring(4) + "\r\n")).isEqualTo(NatsParser.LINE_TOO_LONG);
        assertThat(refusal("x".repeat(Operations.LINE_MOST + 3))).isEqualTo(NatsParser.LINE_TOO_LONG);
        assertThat(Operations.read("PUB a 300\r\n" + "p".repeat(300) + "\r\n")).hasSize(1);
        assertThat(refusal("PUB a 301\r\n")).isEqualTo(NatsParser.PAYLOAD_TOO_LONG);
    }

    /** The refusal, the same in one piece and byte by byte. */
    private static String refusal(String stream) {
        List<String> events = Operations.read(stream);
        assertThat(Operations.read(stream, Operations.steps(stream.length(), 1)))
                .isEqualTo(events);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }
}
