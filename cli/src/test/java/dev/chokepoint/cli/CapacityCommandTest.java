package dev.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code chokepoint capacity} as a user types it. */
class CapacityCommandTest {
    private static final String SCENARIO = """
            name: short
            seed: 5
            warmup: 200ms
            duration: 1s
            app: {ask: {request: 200B, response: 2kB, work: 2ms}}
            clients:
              - {name: near, count: 10, load: {poisson: 60/s}, link: {latency: 2ms}}
              - {name: far, count: 20, load: {poisson: 40/s}, link: {latency: 20ms}}
            slo: [p99 < 100ms]
            """;

    @TempDir
    private Path folder;

    private Run capacity(String scenario, String... options) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("short.yaml"), scenario);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "capacity";
        arguments[1] = "short.yaml";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Run.of(folder, arguments);
    }

    @Test
    void shouldFindTheCapacityOfSeveralGroupsAndWriteItsPage() throws Exception {
        Run run = capacity(SCENARIO, "--precision", "20%");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("the highest load that meets the objectives is between", "Report: short-capacity.html")
                .doesNotContain("\u001b");
        assertThat(run.err()).as("no progress in a pipe").isEmpty();
        assertThat(folder.resolve("short-capacity.html")).content().contains("<!DOCTYPE html>");
    }

    @Test
    void shouldGiveTheSameAnswerForTheSameSeed() throws Exception {
        Run once = capacity(SCENARIO, "--precision", "30%", "--json", "--seed", "9");
        Run again = capacity(SCENARIO, "--precision", "30%", "--json", "--seed", "9");

        assertThat(once.out()).startsWith("{").contains("\"schema\" : \"chokepoint-capacity/1\"");
        assertThat(figures(again)).isEqualTo(figures(once));
    }

    private static String figures(Run run) {
        return run.out().replaceAll("\"(startedAt|elapsedNanos)\" : .*", "");
    }

    @Test
    void shouldCountTheClientsOfAClosedLoop() throws Exception {
        Run run = capacity(
                SCENARIO.replaceAll("poisson: \\d+/s", "closed: {think: 50ms}"),
                "--precision",
                "20%",
                "-q",
                "--json=c.json");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("c.json")).content().contains("\"loadUnit\" : \"clients\"", "\"found\" : true");
    }

    @Test
    void shouldExitWith1WhenTheScenariosOwnLoadMisses() throws Exception {
        Run run = capacity(SCENARIO.replace("60/s", "600/s"), "--precision", "50%");

        assertThat(run.status()).isEqualTo(Exit.OBJECTIVE_MISSED);
        assertThat(run.out()).contains("is between", "does not meet them: p99 < 100ms was missed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --world     | both-ways | --world
            --precision | 0.1%      | 0.5% to 50%
            --precision | 5         | 0.5% to 50%
            --live-time | soon      | --live-time
            """)
    void shouldExplainABadOption(String option, String value, String said) throws Exception {
        Run run = capacity(SCENARIO, option, value);

        assertThat(run.status()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err()).contains(value, said);
    }

    @Test
    void shouldRefuseALiveSearchOfWhatOnlyTheSimulatorCanDo() throws Exception {
        Run run = capacity(
                SCENARIO.replace("link: {latency: 20ms}", "access: {latency: 20ms}"),
                "--world",
                "both",
                "--precision",
                "50%");

        assertThat(run.status()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err()).contains("short.yaml", "simulator");
    }

    @Test
    void shouldEndALiveSearchWhenItsTimeIsOver() throws Exception {
        Run run = capacity(SCENARIO, "--world", "live", "--live-time", "3s");

        // One run or two fit into that; a busy machine voids them.
        assertThat(run.status()).as(run.err()).isIn(Exit.OBJECTIVE_MISSED, Exit.FAILED);
        assertThat(run.out()).contains("its time of 3 s was over", "Report: short-capacity.html");
    }
}
