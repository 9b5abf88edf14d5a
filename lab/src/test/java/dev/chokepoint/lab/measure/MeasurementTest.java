package dev.chokepoint.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.world.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementTest {
    private static final long SECOND = 1_000_000_000;
    private final Window window = Window.of(0, SECOND, 2 * SECOND);
    private final Measurement measurement = new Measurement(window);
    private final int source = measurement.stage(Phase.SOURCE, "clients");
    private final int travel = measurement.stage(Phase.TRAVEL, "link");

    private void message(long number, long intended, long leaves, long arrives) {
        measurement.intended(number, intended, 1);
        measurement.enter(number, source, intended);
        measurement.enter(number, travel, leaves);
        measurement.delivered(number, arrives);
    }

    @Test
    void shouldCountOnlyWhatIsIntendedInTheWindow() {
        message(1, SECOND - 1, SECOND, SECOND + 10);
        message(2, SECOND, SECOND, SECOND + 10);
        message(3, 3 * SECOND - 1, 3 * SECOND, 4 * SECOND);
        message(4, 3 * SECOND, 3 * SECOND, 4 * SECOND);

        LoadFigures load = measurement.loadRecord().load(window);

        assertThat(load.intended()).isEqualTo(2);
        assertThat(load.delivered()).isEqualTo(2);
        assertThat(load.offeredPerSecond()).isEqualTo(1);
        assertThat(load.carriedPerSecond()).as("message 1 and 2 arrived in it").isEqualTo(1);
    }

    @Test
    void shouldCountLatencyFromTheIntendedTime() {
        message(1, SECOND, SECOND + 700, SECOND + 1000);

        assertThat(measurement.loadRecord().latency().meanNanos()).isEqualTo(1000);
        List<PhaseShare> shares = measurement.phaseSums().shares(measurement.stages());
        assertThat(shares).extracting(PhaseShare::meanNanos).containsExactly(700.0, 300.0);
        assertThat(shares).extracting(PhaseShare::tailShare).containsExactly(0.7, 0.3);
    }

    @Test
    void shouldCountFailuresByNameAndWhatIsStillUnderWay() {
        measurement.intended(1, SECOND, 1);
        measurement.intended(2, SECOND, 1);
        measurement.failed(1, "reset", SECOND + 1);
        measurement.failed(9, "reset", SECOND + 1);

        LoadFigures load = measurement.loadRecord().load(window);

        assertThat(load.errors()).containsExactly(java.util.Map.entry("reset", 1L));
        assertThat(load.unfinished()).isEqualTo(1);
        assertThat(measurement.underWay()).isEqualTo(1);
    }

    @Test
    void shouldMergeTheNotesOfTwoProcessesByTime(@TempDir Path folder) throws IOException {
        SampledLog clients = new SampledLog(window, 1, false);
        SampledLog server = new SampledLog(window, 1, false);
        int atClients = clients.stage(Phase.SOURCE, "clients");
        int onLink = clients.stage(Phase.TRAVEL, "link");
        int atServer = server.stage(Phase.CPU, "server");
        clients.intended(5, SECOND, 1);
        clients.enter(5, atClients, SECOND);
        clients.enter(5, onLink, SECOND + 100);
        server.enter(5, atServer, SECOND + 300);
        clients.delivered(5, SECOND + 1000);
        clients.write(folder.resolve("clients"));
        server.write(folder.resolve("server"));

        MergedLogs merged = new MergedLogs(window);
        merged.add(folder.resolve("clients"));
        merged.add(folder.resolve("server"));

        assertThat(merged.phaseSums().shares(merged.stages()))
                .extracting(PhaseShare::place, PhaseShare::meanNanos)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("clients", 100.0),
                        org.assertj.core.groups.Tuple.tuple("link", 200.0),
                        org.assertj.core.groups.Tuple.tuple("server", 700.0));
    }
}
