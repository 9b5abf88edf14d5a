package dev.chokepoint.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands as a user types them: what they print, what they leave behind, how they end. */
class CommandsTest {
    private static final String SCENARIO = """
            name: short
            about: A short run for tests.
            seed: 5
            warmup: 200ms
            duration: 2s
            app: {ask: {request: 200B, response: 2kB, work: 500us}}
            clients:
              - {name: clients, count: 10, load: {poisson: 100/s}, link: {latency: 2ms, bandwidth: 10Mbit/s}}
            """;

    @TempDir
    private Path folder;

    private Path scenario(String text) throws IOException {
        return Files.writeString(folder.resolve("short.yaml"), text);
    }

    private Stream<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".txt"))
                    .toList()
                    .stream();
        }
    }

    @Test
    void shouldSimulateAndWriteTheReportBesideTheText() throws Exception {
        scenario(SCENARIO);

        Run run = Run.of(folder, "simulate", "short.yaml");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("The chokepoint is", "trace hash", "Report: short-report.html")
                .doesNotContain("\u001b");
        assertThat(run.err()).as("no progress in a pipe").isEmpty();
        assertThat(folder.resolve("short-report.html")).content().contains("<!DOCTYPE html>");
    }

    @Test
    void shouldGiveTheSameHashForTheSameSeed() throws Exception {
        scenario(SCENARIO);

        Run once = Run.of(folder, "simulate", "short.yaml", "--json", "--seed", "9");
        Run again = Run.of(folder, "simulate", "short.yaml", "--json", "--seed", "9");

        assertThat(hash(once)).isEqualTo(hash(again)).matches("[0-9a-f]{16}");
        assertThat(once.out()).startsWith("{").as("nothing but JSON").endsWith("}\n");
    }

    private static String hash(Run run) {
        return run.out().replaceAll("(?s).*\"traceHash\" : \"([0-9a-f]+)\".*", "$1");
    }

    @Test
    void shouldRunBothWorldsAndCompareThem() throws Exception {
        scenario(SCENARIO);

        Run run = Run.of(folder, "run", "short.yaml", "--no-twin", "--json=results.json");

        // A machine that is too busy voids the live part; everything is printed all the same.
        assertThat(run.status()).as(run.err()).isIn(Exit.DONE, Exit.FAILED);
        assertThat(run.out()).contains("simulation", "real sockets", "difference");
        assertThat(folder.resolve("results.json")).content().contains("\"world\" : \"live\"");
    }

    @Test
    void shouldExitWith1WhenAnObjectiveIsMissed() throws Exception {
        scenario(SCENARIO + "slo: [p50 < 1ms]\n");

        Run run = Run.of(folder, "simulate", "short.yaml");

        assertThat(run.status()).isEqualTo(Exit.OBJECTIVE_MISSED);
        assertThat(run.out()).contains("MISSED");
    }

    @Test
    void shouldPointAtABadScenarioAndLeaveNothingBehind() throws Exception {
        scenario(SCENARIO.replace("latency", "latencey"));

        Run run = Run.of(folder, "run", "short.yaml");

        assertThat(run.status()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err()).contains("short.yaml:8:", "latencey", "did you mean", "latency");
        assertThat(left()).containsExactly("short.yaml");
    }

    @Test
    void shouldRefuseAReportThatCantBeWrittenBeforeItRuns() throws Exception {
        scenario(SCENARIO);

        Run run = Run.of(folder, "run", "short.yaml", "--report", "short.yaml/report.html");

        assertThat(run.status()).isEqualTo(Exit.FAILED);
        assertThat(run.err()).contains("short.yaml/report.html");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void shouldSayThatTheDiskIsFull() throws Exception {
        scenario(SCENARIO);

        Run run = Run.of(folder, "simulate", "short.yaml", "--json=/dev/full");

        assertThat(run.status()).isEqualTo(Exit.FAILED);
        assertThat(run.err()).contains("/dev/full", "No space left");
    }

    @Test
    void shouldSayHowManyDescriptorsAreNeeded() throws Exception {
        scenario(SCENARIO.replace("count: 10", "count: 500"));

        Run run = Run.limited(folder, 200, "live", "short.yaml");

        assertThat(run.status()).isEqualTo(Exit.FAILED);
        assertThat(run.err())
                .contains("500 sockets", "may open 200", "ulimit -n")
                .doesNotContain("defect");
    }

    @Test
    void shouldSayWhoseThePortIsNot() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = Run.of(folder, "serve", "ask", "--listen", "127.0.0.1:" + taken.getLocalPort());

            assertThat(run.status()).isEqualTo(Exit.FAILED);
            assertThat(run.err()).contains("can't listen on 127.0.0.1:" + taken.getLocalPort(), "in use");
        }
    }

    @Test
    void shouldPrintWhatWasMeasuredOnInterrupt() throws Exception {
        scenario(SCENARIO.replace("duration: 2s", "duration: 60s"));
        try (Run.Started started = Run.start(folder, "live", "short.yaml", "--json=results.json")) {
            assertThat(started.process().waitFor(6, TimeUnit.SECONDS))
                    .as("ended early")
                    .isFalse();
            started.interrupt();
            Run run = started.end();

            assertThat(run.status()).as(run.err()).isEqualTo(130);
            assertThat(run.out()).contains("stopped early", "latency p99");
            assertThat(folder.resolve("results.json")).exists();
            assertThat(folder.resolve("short-report.html")).exists();
        }
    }

    @Test
    void shouldServeAndAsk() throws Exception {
        try (Run.Started server = Run.start(folder, "serve", "ask", "--listen", "127.0.0.1:0", "--response", "3kB")) {
            server.awaitOutput("listens on");
            String address = server.outSoFar().replaceAll("(?s).*listens on ([0-9.:]+)\\. .*", "$1");

            Run run = Run.of(folder, "ask", address, "--count", "3");

            assertThat(run.status()).as(run.err()).isZero();
            assertThat(run.out()).contains("answer 3: status 200, 3 kB", "3 answers, 0 failed");
            server.interrupt();
            assertThat(server.end().out()).contains("ask connections: 1 opened");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"event-loop", "selector", "virtual", "platform", "pool"})
    void shouldServeCurlInEveryIoModel(String io) throws Exception {
        try (Run.Started server =
                Run.start(folder, "serve", "ask", "--listen", "127.0.0.1:0", "--lanes", "2", "--io", io)) {
            server.awaitOutput("listens on");
            String address = server.outSoFar().replaceAll("(?s).*listens on ([0-9.:]+)\\. .*", "$1");
            String url = "http://" + address + "/";

            Process curl = new ProcessBuilder("curl", "-sS", "-w", "%{http_code}\n", "-o", "answer", url)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();

            assertThat(new String(curl.getInputStream().readAllBytes(), UTF_8)).isEqualTo("200\n");
            assertThat(folder.resolve("answer")).content().startsWith("Chokepoint ask");
            server.interrupt();
            assertThat(server.end().out()).contains("ask connections: 1 opened");
        }
    }

    @Test
    void shouldNameTheIoModelsWhenOneIsUnknown() throws Exception {
        Run run = Run.of(folder, "serve", "echo", "--io", "epol");

        assertThat(run.status()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err()).contains("--io", "epol", "event-loop, selector, virtual, platform, pool");
    }

    @Test
    void shouldFailWhenNobodyAnswersAndSayThatItIsDefinite() throws Exception {
        Run run = Run.of(folder, "ask", "127.0.0.1:1", "--count", "1");

        assertThat(run.status()).isEqualTo(Exit.FAILED);
        assertThat(run.out()).contains("refused", "the server never saw it");
    }

    @Test
    void shouldNotSendToStrangers() throws Exception {
        Run run = Run.of(folder, "ask", "192.0.2.1:80");

        assertThat(run.status()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err()).contains("--i-am-authorised");
    }

    @Test
    void shouldListTheExamples() throws Exception {
        Run run = Run.of(folder, "examples");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("ask.yaml", "bottleneck-cpu.yaml", "bottleneck-link.yaml", "slow-client.yaml");
    }

    @Test
    void shouldPrintACompletionScriptThatBashAccepts() throws Exception {
        Run run = Run.of(folder, "completion");

        Path script = Files.writeString(folder.resolve("completion.sh"), run.out());
        Process bash = new ProcessBuilder("bash", "-n", script.toString()).start();
        assertThat(bash.waitFor()).isZero();
        assertThat(run.out()).contains("simulate");
    }

    @Test
    void shouldExplainBadUsage() throws Exception {
        assertThat(Run.of(folder).status()).isEqualTo(Exit.BAD_USAGE);
        Run run = Run.of(folder, "serve", "ask", "--work", "2MB");

        assertThat(run.status()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err()).contains("2MB", "--work");
    }
}
