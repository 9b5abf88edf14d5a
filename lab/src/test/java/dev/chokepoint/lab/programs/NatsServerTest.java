package dev.chokepoint.lab.programs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.nats.NatsServer;
import dev.chokepoint.programs.nats.NatsServerConfig;
import dev.chokepoint.programs.nats.NatsServerCounts;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the broker answers, to the byte, in both worlds. */
class NatsServerTest {
    private static final String QUIET = "CONNECT {\"verbose\":false,\"headers\":true}\r\n";
    private static final NatsServerConfig USUAL = new NatsServerConfig(Address.inet("127.0.0.1", 0), false);

    private NatsServer server = null;

    private NatsServerCounts counts() {
        return server.counts();
    }

    private Stage serve(Kind kind, NatsServerConfig config) {
        Stage stage = new Stage(kind);
        stage.serve((at, told) -> server = new NatsServer(
                new NatsServerConfig(
                        at,
                        config.stream(),
                        config.payloadMost(),
                        config.connectionsMost(),
                        config.subscriptionsMost(),
                        config.pingNanos(),
                        config.numbered()),
                told));
        return stage;
    }

    /** What follows INFO when a client says something and ends. */
    private String answer(Kind kind, NatsServerConfig config, String request) {
        try (Stage stage = serve(kind, config)) {
            Transcript transcript = new Transcript(stage.server(), request, true);
            stage.ask(_ -> transcript);
            stage.runUntil(transcript::isClosed);
            assertThat(transcript.response())
                    .startsWith("INFO {\"server_id\":\"")
                    .contains("\"headers\":true");
            return transcript.response().substring(transcript.response().indexOf('\n') + 1);
        }
    }

    private String answer(Kind kind, String request) {
        return answer(kind, USUAL, request);
    }

    @ParameterizedTest
    @EnumSource
    void shouldServeAPersonWithTelnet(Kind kind) {
        assertThat(answer(kind, "sub a.* 1\r\npub a.b 5\r\nhello\r\nping\r\nunsub 1\r\npub a.b 1\r\nx\r\n"))
                .isEqualTo("+OK\r\n+OK\r\nMSG a.b 1 5\r\nhello\r\nPONG\r\n+OK\r\n+OK\r\n");
        assertThat(counts()).isEqualTo(new NatsServerCounts(0, 1, 0, 2, 1, 0, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void shouldDeliverByPatternGroupAndLimit(Kind kind) {
        String request = QUIET + "SUB a.> 1\r\nSUB *.b g 2\r\nSUB a.b g 2b\r\nSUB a.b 3\r\nUNSUB 3 1\r\n"
                + "PUB a.b reply.to 2\r\nhi\r\nPUB a.c 0\r\n\r\nPUB a.b 1\r\n!\r\n";

        String answer = answer(kind, request);

        assertThat(answer).contains("MSG a.b 1 reply.to 2\r\nhi\r\n", "MSG a.b 3 reply.to 2\r\nhi\r\n");
        assertThat(answer)
                .contains("MSG a.c 1 0\r\n\r\n", "MSG a.b 1 1\r\n!\r\n")
                .doesNotContain("MSG a.b 3 1");
        assertThat(answer.split("MSG a.b 2b? ", -1))
                .as("one of the group each time")
                .hasSize(3);
        assertThat(counts().deliveries()).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource
    void shouldCarryHeadersToThoseWhoTakeThem(Kind kind) {
        String message = "HPUB a 12 15\r\nNATS/1.0\r\n\r\nabc\r\n";

        assertThat(answer(kind, QUIET + "SUB a 1\r\n" + message))
                .isEqualTo("HMSG a 1 12 15\r\nNATS/1.0\r\n\r\nabc\r\n");
        assertThat(answer(kind, "CONNECT {\"verbose\":false}\r\nSUB a 1\r\n" + message))
                .isEqualTo("MSG a 1 3\r\nabc\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellTheOneWhoAsksWhenNobodyAnswers(Kind kind) {
        String connect = "CONNECT {\"verbose\":false,\"headers\":true,\"no_responders\":true}\r\n";

        assertThat(answer(kind, connect + "SUB inbox.* 9\r\nPUB who inbox.1 0\r\n\r\n"))
                .isEqualTo("HMSG inbox.1 9 16 16\r\nNATS/1.0 503\r\n\r\n\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotEchoToWhoDoesNotWantIt(Kind kind) {
        assertThat(answer(kind, "CONNECT {\"verbose\":false,\"echo\":false}\r\nSUB a 1\r\nPUB a 1\r\nx\r\nPING\r\n"))
                .isEqualTo("PONG\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void shouldCarryLongPayloadsUnchanged(Kind kind) {
        for (int bytes : new int[] {4095, 4096, 100_000}) {
            String payload = "0123456789".repeat(bytes / 10 + 1).substring(0, bytes);

            assertThat(answer(kind, QUIET + "SUB a 1\r\nSUB > 2\r\nPUB a " + bytes + "\r\n" + payload + "\r\n"))
                    .isEqualTo(
                            "MSG a 2 " + bytes + "\r\n" + payload + "\r\nMSG a 1 " + bytes + "\r\n" + payload + "\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayWhatIsWrong(Kind kind) {
        assertThat(answer(kind, "GET / HTTP/1.1\r\n")).isEqualTo("-ERR 'Unknown Protocol Operation'\r\n");
        assertThat(answer(kind, "PUB a 1048577\r\n")).isEqualTo("-ERR 'Maximum Payload Violation'\r\n");
        assertThat(answer(kind, "SUB " + "a".repeat(5000) + " 1\r\n"))
                .isEqualTo("-ERR 'Maximum Control Line Exceeded'\r\n");
        assertThat(answer(kind, "PUB a x\r\n")).isEqualTo("-ERR 'Parser Error'\r\n");
        assertThat(counts().refused()).isOne();
        assertThat(answer(kind, QUIET + "PUB a.* 0\r\n\r\nSUB a..b 1\r\nPING\r\n"))
                .isEqualTo("-ERR 'Invalid Publish Subject'\r\n-ERR 'Invalid Subject'\r\nPONG\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void shouldHoldClientsAndSubscriptionsToTheirLimits(Kind kind) {
        NatsServerConfig small = new NatsServerConfig(
                USUAL.listen(), USUAL.stream(), USUAL.payloadMost(), 1, 2, USUAL.pingNanos(), false);
        assertThat(answer(kind, small, QUIET + "SUB a 1\r\nSUB a 2\r\nSUB a 3\r\n"))
                .isEqualTo("-ERR 'maximum subscriptions exceeded'\r\n");
        try (Stage stage = serve(kind, small)) {
            Transcript first = new Transcript(stage.server(), QUIET, false);
            Transcript second = new Transcript(stage.server(), QUIET, false);
            stage.ask(_ -> host -> {
                first.start(host);
                second.start(host);
            });
            stage.runUntil(() -> first.isClosed() || second.isClosed());
            assertThat((first.isClosed() ? first : second).response())
                    .isEqualTo("-ERR 'maximum connections exceeded'\r\n");
            assertThat(counts().turnedAway()).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldPingTheSilentAndDropTheDead(Kind kind) {
        NatsServerConfig impatient = new NatsServerConfig(
                USUAL.listen(), USUAL.stream(), USUAL.payloadMost(), 10, 10, 50 * Stage.MILLI, false);
        try (Stage stage = serve(kind, impatient)) {
            Transcript silent = new Transcript(stage.server(), "", false);
            stage.ask(_ -> silent);
            stage.runUntil(silent::isClosed);

            assertThat(silent.response()).endsWith("}\r\nPING\r\nPING\r\n-ERR 'Stale Connection'\r\n");
            assertThat(counts().stale()).isOne();
        }
    }

    /** Reads nothing until told. */
    private static final class Sleeper implements Program, Session {
        private final Address server;
        private final StringBuilder read = new StringBuilder();
        private volatile Connection connection = null;
        private volatile boolean subscribed;
        private volatile boolean closed;

        Sleeper(Address server) {
            this.server = server;
        }

        @Override
        public void start(Host host) {
            connection = host.connect(
                    host.addresses().getFirst(), server, StreamOptions.DEFAULT.withWindow(16 << 10), 0, this);
            connection.send(ByteBuffer.wrap((QUIET + "SUB a 1\r\nPING\r\n").getBytes(ISO_8859_1)));
            host.after(2 * Stage.SECOND, connection::resume);
        }

        @Override
        public void onBytes(Connection from, ByteBuffer bytes) {
            read.append(ISO_8859_1.decode(bytes));
            if (!subscribed && read.indexOf("PONG") >= 0) {
                subscribed = true;
                from.pause();
            }
        }

        @Override
        public void onClose(Connection from, CloseReason reason) {
            closed = true;
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldDropASlowConsumerAndSayWhy(Kind kind) {
        StreamOptions narrow =
                StreamOptions.DEFAULT.withSendMarks(1 << 10, 100_000).withWindow(16 << 10);
        NatsServerConfig config = new NatsServerConfig(USUAL.listen(), narrow, 8_000, 10, 10, 60 * Stage.SECOND, false);
        try (Stage stage = serve(kind, config)) {
            Sleeper sleeper = new Sleeper(stage.server());
            String message = "PUB a 8000\r\n" + "m".repeat(8000) + "\r\n";
            Transcript publisher = new Transcript(stage.server(), QUIET + message.repeat(100), true);
            stage.ask(_ -> host -> {
                sleeper.start(host);
                host.after(Stage.SECOND, () -> publisher.start(host));
            });
            stage.runUntil(() -> sleeper.closed && publisher.isClosed());

            assertThat(sleeper.subscribed).isTrue();
            assertThat(counts().slowConsumers()).isOne();
            assertThat(counts().published()).isEqualTo(100);
            assertThat(counts().deliveries()).isLessThan(100);
            assertThat(sleeper.read.toString()).endsWith("\r\n-ERR 'Slow Consumer'\r\n");
        }
    }

    @Test
    void shouldRefuseLimitsItCanNotKeep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NatsServerConfig(USUAL.listen(), StreamOptions.DEFAULT, 1 << 20, 1, 1, 1, false))
                .withMessageContaining("sendLimitBytes is 1048576: must be at least");
    }
}
