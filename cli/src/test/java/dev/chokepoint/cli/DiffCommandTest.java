package dev.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diff} as a build server types it. */
class DiffCommandTest {
    private static final String SCENARIO = """
            name: short
            seed: 5
            warmup: 200ms
            duration: 2s
            app: {ask: {request: 200B, response: 2kB, work: WORK}}
            clients:
              - {name: clients, count: 10, load: {poisson: 300/s}, link: {latency: 2ms, bandwidth: 10Mbit/s}}
            """;

    @TempDir
    private Path folder;

    private void simulate(String work, String results) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("short.yaml"), SCENARIO.replace("WORK", work));
        Run run = Run.of(folder, "simulate", "short.yaml", "-q", "--replications", "3", "--json=" + results);
        assertThat(run.status()).as(run.err()).isZero();
    }

    @Test
    void shouldTellARegressionFromAnImprovementAndFromNothing() throws Exception {
        simulate("500us", "fast.json");
        simulate("900us", "slow.json");

        Run worse = Run.of(folder, "diff", "fast.json", "slow.json", "--report", "diff.html");
        assertThat(worse.status()).as(worse.err()).isEqualTo(Exit.OBJECTIVE_MISSED);
        assertThat(worse.out()).contains("It got worse", "Careful: the scenario's text changed", "Report: diff.html");
        assertThat(folder.resolve("diff.html")).content().contains("id=\"percentiles-simulation\"");

        Run better = Run.of(folder, "diff", "slow.json", "fast.json", "-q", "--json=diff.json");
        assertThat(better.status()).as(better.err()).isEqualTo(Exit.DONE);
        assertThat(better.out()).isEmpty();
        assertThat(folder.resolve("diff.json")).content().contains("\"regressed\" : false", "\"better\"");

        Run same = Run.of(folder, "diff", "--before", "fast.json", "--after", "fast.json", "--json");
        assertThat(same.status()).isEqualTo(Exit.DONE);
        assertThat(same.out()).startsWith("{").doesNotContain("\"worse\"", "\"better\"");
    }

    @Test
    void shouldRefuseWhatItCantCompare() throws Exception {
        Files.writeString(folder.resolve("other.json"), "{}");

        Run one = Run.of(folder, "diff", "other.json");
        Run foreign = Run.of(folder, "diff", "other.json", "other.json");
        Run band = Run.of(folder, "diff", "other.json", "other.json", "--band", "20");

        assertThat(one.status()).isEqualTo(Exit.BAD_USAGE);
        assertThat(one.err()).contains("two sides", "--before FILE...");
        assertThat(foreign.status()).isEqualTo(Exit.BAD_USAGE);
        assertThat(foreign.err()).contains("other.json holds no results", "--json=FILE");
        assertThat(band.status()).isEqualTo(Exit.BAD_USAGE);
        assertThat(band.err()).contains("\"20\" is not a part", "such as 20%");
    }
}
