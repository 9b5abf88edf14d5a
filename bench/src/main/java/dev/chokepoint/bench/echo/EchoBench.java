package dev.chokepoint.bench.echo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs the pairs, alternating which server goes first, each run with a fresh server process on one core and a fresh client on
 * another, and writes the table. Options as {@code name=value}: pairs, rate (messages a second), warm and measure (seconds),
 * connections, transport, out (the file to write; empty for none).
 */
public final class EchoBench {
    private static final double TARGET_RATIO = 1.15;

    private final Options options;

    private EchoBench(Options options) {
        this.options = options;
    }

    /**
     * Runs it.
     *
     * @param args see above
     * @throws Exception a process could not be run, or the table could not be written
     */
    public static void main(String[] args) throws Exception {
        Options options = Options.parse(args);
        List<Pair> pairs = new EchoBench(options).pairs();
        String table = Table.of(options, pairs, TARGET_RATIO);
        System.out.println(table);
        if (!options.out().isEmpty()) {
            Path out = Path.of(options.out());
            Files.createDirectories(out.toAbsolutePath().getParent());
            Files.writeString(out, table);
        }
    }

    private List<Pair> pairs() throws IOException, InterruptedException {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < options.pairs(); i++) {
            boolean seamFirst = i % 2 == 0;
            Run first = run(seamFirst ? "seam" : "netty");
            Run second = run(seamFirst ? "netty" : "seam");
            Pair pair = seamFirst ? new Pair(first, second) : new Pair(second, first);
            pairs.add(pair);
            System.err.printf(
                    Locale.ROOT,
                    "pair %2d/%d: seam %6.0f ns, netty %6.0f ns, ratio %.3f%n",
                    i + 1,
                    options.pairs(),
                    pair.seam().cpuNanosPerMessage(),
                    pair.netty().cpuNanosPerMessage(),
                    pair.ratio());
        }
        return pairs;
    }

    private Run run(String kind) throws IOException, InterruptedException {
        Process server = start(0, "EchoServers", kind, options.transport().name());
        try (BufferedReader port = server.inputReader(StandardCharsets.UTF_8)) {
            Process client = start(
                    1,
                    "EchoLoad",
                    port.readLine(),
                    Long.toString(server.pid()),
                    Integer.toString(options.connections()),
                    Integer.toString(options.rate()),
                    Integer.toString(options.warmSeconds()),
                    Integer.toString(options.measureSeconds()));
            try (BufferedReader result = client.inputReader(StandardCharsets.UTF_8)) {
                return Run.parse(result.readLine());
            }
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static Process start(int core, String main, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/taskset"))
                && Runtime.getRuntime().availableProcessors() > 1) {
            command.addAll(List.of("/usr/bin/taskset", "-c", Integer.toString(core)));
        }
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xms256m",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                EchoBench.class.getPackageName() + "." + main));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
