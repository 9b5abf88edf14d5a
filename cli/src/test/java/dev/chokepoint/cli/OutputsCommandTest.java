package dev.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which other tools get a run's results, as a user asks for them. */
class OutputsCommandTest {
    private static final String SCENARIO = """
            name: short
            seed: 5
            warmup: 200ms
            duration: 2s
            app: {ask: {request: 200B, response: 2kB, work: 500us}}
            clients:
              - {name: clients, count: 10, load: {poisson: 100/s}, link: {latency: 2ms, bandwidth: 10Mbit/s}}
            slo: [p99 < 1ms]
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("short.yaml"), SCENARIO);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void shouldWriteEveryFormOfTheSameFigures() throws Exception {
        Run run = Run.of(
                folder,
                "simulate",
                "short.yaml",
                "--json=r.json",
                "--events",
                "e.ndjson",
                "--junit",
                "new/j.xml",
                "--markdown",
                "m.md",
                "--hlog",
                "l.hlog",
                "--hgrm",
                "p.hgrm");

        assertThat(run.status()).as(run.err()).isEqualTo(Exit.OBJECTIVE_MISSED);
        assertThat(run.out()).contains("Report: short-report.html");
        assertThat(read("new/j.xml")).contains("<failure message=\"p99 was ", "name=\"p99 &lt; 1ms\"");
        assertThat(read("m.md")).startsWith("## Chokepoint: short\n\n**The chokepoint is ");
        List<String> events = read("e.ndjson").lines().toList();
        assertThat(events.getFirst()).contains("\"type\":\"run_started\"");
        assertThat(events.getLast()).contains("\"type\":\"run_finished\"", "\"exitStatus\":1", "\"dropped\":0");
        assertThat(events)
                .filteredOn(line -> line.contains("\"type\":\"interval\""))
                .hasSize(44);

        double printed = number(read("r.json"), "\"p99Nanos\" : ([0-9]+)");
        assertThat(number(events.get(events.size() - 2), "\"p99Nanos\":([0-9]+)"))
                .isEqualTo(printed);
        assertThat(percentile99(read("p.hgrm"))).isBetween(0.999 * printed / 1e6, 1.02 * printed / 1e6);
        assertThat(whole("l.hlog").getTotalCount()).isBetween(150L, 300L);
        // The log's intervals are of the first replication, in 2 digits, and hold the warm-up.
        assertThat((double) whole("l.hlog").getValueAtPercentile(99)).isBetween(0.7 * printed, 1.4 * printed);
    }

    private static double number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    /** The first value whose percentile is at least 99. */
    private static double percentile99(String hgrm) {
        return hgrm.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.strip().split(" +"))
                .filter(words -> words.length >= 3 && Character.isDigit(words[0].charAt(0)))
                .filter(words -> Double.parseDouble(words[1]) >= 0.99)
                .mapToDouble(words -> Double.parseDouble(words[0]))
                .findFirst()
                .orElseThrow();
    }

    private Histogram whole(String log) throws IOException {
        HistogramLogReader reader = new HistogramLogReader(folder.resolve(log).toFile());
        Histogram whole = new Histogram(2);
        while (reader.hasNext()) {
            whole.add((Histogram) reader.nextIntervalHistogram());
        }
        return whole;
    }

    @Test
    void shouldNameOneDistributionAWorld() throws Exception {
        Run run = Run.of(folder, "run", "short.yaml", "--hgrm", "p.hgrm", "--events", "-");

        assertThat(run.status()).as(run.err()).isIn(Exit.OBJECTIVE_MISSED, Exit.FAILED);
        assertThat(run.out().lines()).as("nothing but events").allMatch(line -> line.startsWith("{\"schema\":"));
        assertThat(run.out()).contains("\"type\":\"world_finished\"", "\"world\":\"live\"");
        assertThat(folder.resolve("p.simulation.hgrm")).content().contains("in the simulation");
        assertThat(folder.resolve("p.live.hgrm")).content().contains("over real sockets");
        assertThat(folder.resolve("p.hgrm")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--junit x --markdown ./x",
                "--junit short.yaml",
                "--events e --hlog e",
                "--events - --json",
                "--metrics 9464",
                "--metrics :70000",
                "--metrics unix:/tmp/m"
            })
    void shouldRefuseWhatCantBeMeant(String options) throws Exception {
        Run run = Run.of(folder, ("simulate short.yaml " + options).split(" "));

        assertThat(run.status()).as(run.err()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(read("short.yaml")).isEqualTo(SCENARIO);
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--events", "--junit", "--markdown", "--hlog", "--hgrm"})
    void shouldSayBeforeTheRunThatAFileCantBeWritten(String option) throws Exception {
        Run run = Run.of(folder, "simulate", "short.yaml", option, "short.yaml/x");

        assertThat(run.status()).isEqualTo(Exit.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("short.yaml/x", "is a file, not a folder");
    }

    @Test
    void shouldPrintWhatWasMeasuredAndWriteTheRestWhenADiskIsFull() throws Exception {
        Run run = Run.of(
                folder,
                "simulate",
                "short.yaml",
                "--events",
                "/dev/full",
                "--markdown",
                "/dev/full",
                "--junit",
                "j.xml");

        assertThat(run.status()).isEqualTo(Exit.FAILED);
        assertThat(run.out()).contains("The chokepoint is");
        assertThat(run.err()).contains("the events end early: No space left", "Markdown summary to /dev/full");
        assertThat(folder.resolve("j.xml")).exists();
    }

    @Test
    void shouldAnswerScrapesWhileItServes() throws Exception {
        try (Run.Started server =
                Run.start(folder, "serve", "ask", "--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0")) {
            server.awaitOutput("listens on");
            String url =
                    Files.readString(server.err()).replaceAll("(?s).*Metrics: (http://127[0-9.:]+/metrics)\n.*", "$1");
            String text = new String(URI.create(url).toURL().openStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(text).contains("chokepoint_resource_capacity{kind=\"lane\",resource=\"ask lane 0\"} 1.0");
        }
    }

    @Test
    void shouldAnswerScrapesWhileARunIsAlive() throws Exception {
        try (Run.Started run = Run.start(folder, "live", "short.yaml", "--events", "-", "--metrics", "127.0.0.1:0")) {
            run.awaitOutput("\"type\":\"interval\"");
            String url =
                    Files.readString(run.err()).replaceAll("(?s).*Metrics: (http://127[0-9.:]+/metrics)\n.*", "$1");
            double offered = 0;
            while (offered == 0 && run.process().isAlive()) { // the warm-up is not counted
                String text = new String(URI.create(url).toURL().openStream().readAllBytes(), StandardCharsets.UTF_8);
                offered = number(text, "chokepoint_messages_offered_total\\{[^}]*\\} ([0-9.]+)");
                run.process().waitFor(100, TimeUnit.MILLISECONDS);
            }

            assertThat(offered).isPositive();
        }
    }

    @Test
    void shouldTellItsVersionEverywhere() throws Exception {
        for (String command : List.of("--version", "run --version", "serve ask --version")) {
            Run run = Run.of(folder, command.split(" "));

            assertThat(run.out()).as(command).startsWith("chokepoint ").contains("(Java ");
            assertThat(run.status()).isZero();
        }
    }
}
