package dev.chokepoint.lab.programs;

import static dev.chokepoint.lab.programs.Stage.MILLI;
import static dev.chokepoint.lab.programs.Stage.SECOND;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.ask.AskLoad;
import dev.chokepoint.programs.ask.AskLoadConfig;
import dev.chokepoint.programs.ask.AskServer;
import dev.chokepoint.programs.ask.AskServerConfig;
import dev.chokepoint.programs.echo.EchoServer;
import dev.chokepoint.programs.load.ServiceTime;
import dev.chokepoint.programs.load.Workload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Peers that don't read in time neither lose a byte nor make a server hold more than its limits. */
class BackPressureTest {
    /** A send limit close above the mark, and less than one response or one read. */
    private static final StreamOptions TIGHT =
            StreamOptions.DEFAULT.withSendMarks(8 << 10, 12 << 10).withWindow(64 << 10);

    private static final byte[] GET = "GET / HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(US_ASCII);

    @ParameterizedTest
    @EnumSource
    void shouldAnswerPipelinedRequestsOnlyAsFastAsTheClientReads(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            stage.serve((at, told) ->
                    new AskServer(new AskServerConfig(at, TIGHT, 20_000, new ServiceTime.Constant(0)), told));
            LateReader reader = new LateReader(stage.server(), GET, 500);
            stage.ask(_ -> reader);
            stage.world.run(200 * MILLI);
            assertThat(reader.receivedBytes()).isZero();
            reader.read();
            stage.runUntil(() -> reader.receivedBytes() >= 500 * 20_000 || reader.isClosed());

            assertThat(reader.receivedBytes()).isEqualTo(500 * 20_000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldEchoEveryByteToAClientThatReadsLate(Kind kind) {
        byte[] line = "0123456789abcdef".repeat(1000).getBytes(US_ASCII);
        try (Stage stage = new Stage(kind)) {
            stage.serve((at, told) -> new EchoServer(at, TIGHT, told));
            LateReader reader = new LateReader(stage.server(), line, 60);
            stage.ask(_ -> reader);
            stage.world.run(100 * MILLI);
            reader.read();
            stage.runUntil(() -> reader.receivedBytes() >= 60L * line.length || reader.isClosed());

            assertThat(reader.receivedBytes()).isEqualTo(60L * line.length);
            assertThat(reader.received()).startsWith(line).endsWith(line);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendRequestsThatAreLargerThanTheSendLimit(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            stage.serve((at, told) ->
                    new AskServer(new AskServerConfig(at, TIGHT, 300, new ServiceTime.Constant(0)), told));
            long start = stage.world.nanoTime() + 50 * MILLI;
            AskLoadConfig config = new AskLoadConfig(
                    stage.server(), TIGHT, 3, 100, 200_001, new Workload.Constant(20), start, start + SECOND, 0, 1);
            stage.ask(_ -> new AskLoad(config, _ -> {}));
            stage.world.run(SECOND + 60 * MILLI);
            stage.runUntil(() -> stage.ledger.ended() == 20);

            assertThat(stage.ledger.delivered()).hasSize(20);
        }
    }
}
