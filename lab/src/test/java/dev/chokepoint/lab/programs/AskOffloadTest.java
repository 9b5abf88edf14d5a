package dev.chokepoint.lab.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.OffloadPool;
import dev.chokepoint.programs.ask.AskLoad;
import dev.chokepoint.programs.ask.AskLoadConfig;
import dev.chokepoint.programs.ask.AskServer;
import dev.chokepoint.programs.ask.AskServerConfig;
import dev.chokepoint.programs.load.ServiceTime;
import dev.chokepoint.programs.load.Workload;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server whose work is done beside its lane, and clients that don't wait for ever. */
class AskOffloadTest {
    private static final long MILLI = 1_000_000;
    private static final Pattern ID = Pattern.compile("Request-Id: (\\w+)");

    /** A server that reads and never answers. */
    private static Program silent(Address at, Consumer<Address> told) {
        return host -> told.accept(
                host.listen(at, StreamOptions.DEFAULT, _ -> (_, _) -> {}).local());
    }

    @ParameterizedTest
    @EnumSource
    void shouldAnswerOneConnectionsRequestsInOrder(Kind kind) {
        String get = "GET / HTTP/1.1\r\nHost: h\r\nRequest-Id: ";
        String requests =
                get + "a\r\n\r\n" + get + "b\r\n\r\n" + get + "c\r\n\r\n" + get + "d\r\nConnection: close\r\n\r\n";
        try (Stage stage = new Stage(kind)) {
            stage.serve((at, told) -> new AskServer(
                    new AskServerConfig(at, StreamOptions.DEFAULT, 300, new ServiceTime.Constant(2 * MILLI), true),
                    told));
            Transcript transcript = new Transcript(stage.server(), requests, false);
            stage.ask(_ -> transcript);
            stage.runUntil(transcript::isClosed);

            List<String> ids = ID.matcher(transcript.response())
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(ids).containsExactly("a", "b", "c", "d");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveUpARequestThatGetsNoAnswerInTime(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            stage.serve(AskOffloadTest::silent);
            long start = stage.world.nanoTime() + 200 * MILLI;
            AskLoadConfig config = new AskLoadConfig(
                    List.of(stage.server()),
                    StreamOptions.DEFAULT,
                    2,
                    100,
                    AskLoad.minimumRequestBytes(),
                    new Workload.Constant(20),
                    start,
                    start + 200 * MILLI,
                    0,
                    1,
                    100 * MILLI);
            stage.ask(_ -> new AskLoad(config, _ -> {}));
            stage.runUntil(() -> stage.ledger.ended() == 4);

            assertThat(stage.ledger.delivered()).isEmpty();
            assertThat(stage.ledger.failed()).containsEntry("no answer", 4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAnswerThatItIsFullWhenNoPlaceToWaitIsLeft(Kind kind) {
        try (Stage stage = new Stage(kind, new OffloadPool(1, 0))) {
            stage.serve((at, told) -> new AskServer(
                    new AskServerConfig(at, StreamOptions.DEFAULT, 300, new ServiceTime.Constant(300 * MILLI), true),
                    told));
            long start = stage.world.nanoTime() + 200 * MILLI;
            AskLoadConfig config = new AskLoadConfig(
                    stage.server(),
                    StreamOptions.DEFAULT,
                    4,
                    100,
                    AskLoad.minimumRequestBytes(),
                    new Workload.Constant(1000),
                    start,
                    start + 4 * MILLI,
                    0,
                    1);
            stage.ask(_ -> new AskLoad(config, _ -> {}));
            stage.runUntil(() -> stage.ledger.ended() == 4);

            assertThat(stage.ledger.delivered()).hasSize(1);
            assertThat(stage.ledger.failed()).containsEntry("status 503", 3);
        }
    }
}
