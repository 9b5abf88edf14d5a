package dev.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioReader;
import dev.chokepoint.programs.load.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
    @TempDir
    private Path folder;

    private Scenario written(String file) {
        return ScenarioReader.read(folder.resolve(file));
    }

    @Test
    void shouldWriteWhatTheOptionsSay() throws Exception {
        Run run = Run.of(
                folder,
                "init",
                "shop.yaml",
                "--work=2ms",
                "--clients=7",
                "--rate=30/s",
                "--latency=15ms",
                "--bandwidth=unlimited");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("Wrote shop.yaml. Next: chokepoint run shop.yaml\n");
        Scenario scenario = written("shop.yaml");
        assertThat(scenario.name()).isEqualTo("shop");
        assertThat(scenario.clients().getFirst().count()).isEqualTo(7);
        assertThat(scenario.clients().getFirst().load()).isEqualTo(new Workload.Poisson(30));
        assertThat(folder.resolve("shop.yaml"))
                .content()
                .contains("work: 2ms #", "latency: 15ms, bandwidth: unlimited");
        Run simulated = Run.of(folder, "simulate", "shop.yaml", "-q", "--replications", "1");
        assertThat(simulated.status()).as(simulated.err()).isZero();
    }

    @Test
    void shouldKeepAFileUnlessForced() throws Exception {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), "mine");

        Run refused = Run.of(folder, "init", "--yes");

        assertThat(refused.status()).isEqualTo(Exit.BAD_USAGE);
        assertThat(refused.err()).contains("scenario.yaml exists", "--force");
        assertThat(file).hasContent("mine");
        assertThat(Run.of(folder, "init", "--yes", "--force").status()).isZero();
        assertThat(written("scenario.yaml").clients().getFirst().count()).isEqualTo(50);
    }

    @Test
    void shouldSayWhatIsWrongWithAnOptionInTheScenariosWords() throws Exception {
        Run unit = Run.of(folder, "init", "--yes", "--latency", "20");
        Run keys = Run.of(folder, "init", "--yes", "--rate", "4/s}, queue: {a: 1");

        assertThat(unit.status()).isEqualTo(Exit.BAD_USAGE);
        assertThat(unit.err()).contains("--latency: latency: 20 has no unit; write 20ns, 20us, 20ms");
        assertThat(keys.status()).isEqualTo(Exit.BAD_USAGE);
        assertThat(folder.resolve("scenario.yaml")).doesNotExist();
    }

    @Test
    void shouldNotWaitForAnswersInAPipe() throws Exception {
        Run run = Run.of(folder, "init", "--clients", "5");

        assertThat(run.status()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err()).contains("there is none", "--work", "--yes");
        assertThat(folder.resolve("scenario.yaml")).doesNotExist();
    }

    @Test
    void shouldAskFourQuestionsOnATerminalAndTheSecondAgain() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no script(1) here, which makes a terminal");

        Run run = Run.typed(folder, "3ms\nmany\n9\n\n5ms 1Mbit/s\n", "init", "typed.yaml");

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("CPU time does the server spend on one request? [1ms]")
                .contains("count: \"many\" is not a whole number; write digits only, from 1 to 1000000")
                .contains("latency of one way, and bandwidth? [20ms 100Mbit/s]")
                .contains("Next: chokepoint run typed.yaml");
        Scenario scenario = written("typed.yaml");
        assertThat(scenario.clients().getFirst().count()).isEqualTo(9);
        assertThat(scenario.clients().getFirst().load()).isEqualTo(new Workload.Poisson(400));
        assertThat(folder.resolve("typed.yaml")).content().contains("work: 3ms #", "latency: 5ms, bandwidth: 1Mbit/s");
    }

    @Test
    void shouldWriteNothingWhenTheAnswersEnd() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no script(1) here, which makes a terminal");

        Run run = Run.typed(folder, "3ms\n", "init", "typed.yaml");

        assertThat(run.status()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.out()).contains("nothing was written");
        assertThat(folder.resolve("typed.yaml")).doesNotExist();
    }
}
