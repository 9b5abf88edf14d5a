package dev.chokepoint.bench.scale;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs {@link ScaleRun} with more and more clients, and writes a table and a picture. Argument: the most clients. */
public final class ScaleBench {
    private static final int MOST = 1_000_000;
    private static final int SECONDS = 60;

    /** Fewer clients get more time, so that a run has enough events to be past the compiler's warm-up. */
    private static final int SECONDS_MOST = 3600;

    private static final double TARGET_NANOS = 1000;
    private static final double TARGET_SECONDS = 90;

    private ScaleBench() {}

    /**
     * One run's figures.
     *
     * @param clients how many
     * @param seconds virtual seconds
     * @param events events and callbacks
     * @param nanos wall time of one, in the second half of the load
     * @param cpuNanos CPU time of one, the collector's and the compiler's included
     * @param wallSeconds of the whole process
     * @param liveMegabytes the heap after a collection at the end
     * @param hash of the trace
     */
    record Row(
            int clients,
            int seconds,
            long events,
            double nanos,
            double cpuNanos,
            double wallSeconds,
            long liveMegabytes,
            String hash) {}

    /**
     * Runs them.
     *
     * @param args {@code [most=N]}
     * @throws Exception a process could not be run, or a file could not be written
     */
    public static void main(String[] args) throws Exception {
        int most = args.length > 0 ? Integer.parseInt(args[0].replace("most=", "")) : MOST;
        List<Row> rows = new ArrayList<>();
        for (int clients = 1000; clients <= most; clients = clients * 10) {
            rows.add(run(clients));
            System.err.println(rows.getLast());
        }
        String table = table(rows);
        System.out.println(table);
        Files.writeString(Path.of("bench", "results", "scale.md"), table);
        Files.writeString(Path.of("docs", "scale.svg"), ScalePlot.of(rows));
    }

    private static Row run(int clients) throws IOException, InterruptedException {
        int seconds = (int) Math.min(SECONDS_MOST, (long) SECONDS * MOST / clients);
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx3g",
                        "-Xmn600m",
                        "-XX:+UseParallelGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScaleRun.class.getName(),
                        Integer.toString(clients),
                        Integer.toString(seconds))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("a run with " + clients + " clients failed: " + printed);
        }
        String[] fields = printed.strip().split(" ", -1);
        return new Row(
                clients,
                seconds,
                Long.parseLong(fields[1]),
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]),
                Long.parseLong(fields[5]),
                fields[6]);
    }

    private static String table(List<Row> rows) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                """
                # What an event costs, from a thousand clients to a million

                Each client has an access link of its own (20 ms, 5 and 20 Mbit/s) and a TCP connection to one of 20 servers behind a
                router, handshakes simulated, and asks every 10 s on average: 200 bytes there, 1,000 back. JDK %s, %s %s,
                %d processors, `-Xmx3g -Xmn600m -XX:+UseParallelGC -XX:+UseCompactObjectHeaders`. Made by `bench/run scale`, which also draws
                `docs/scale.svg`.

                The cost of an event is that of the second half of the load, garbage collection included. Whole run: from the JVM's
                start, the connecting included.

                | clients | virtual s | events | ns/event | CPU ns/event | million events/s | whole run s | live heap MB | trace |
                | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |
                """,
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.getRuntime().availableProcessors()));
        rows.forEach(row -> text.append(line(row)));
        return text.append(verdict(rows.getLast())).toString();
    }

    private static String line(Row row) {
        return String.format(
                Locale.ROOT,
                "| %,d | %,d | %,d | %.0f | %.0f | %.2f | %.1f | %,d | %s |%n",
                row.clients(),
                row.seconds(),
                row.events(),
                row.nanos(),
                row.cpuNanos(),
                1e3 / row.nanos(),
                row.wallSeconds(),
                row.liveMegabytes(),
                row.hash());
    }

    private static String verdict(Row top) {
        return String.format(
                Locale.ROOT,
                "%nTargets with %,d clients: at most %.0f ns an event: %s; %d virtual seconds in at most %.0f s: %s.%n",
                top.clients(),
                TARGET_NANOS,
                top.nanos() <= TARGET_NANOS ? "met" : "missed",
                top.seconds(),
                TARGET_SECONDS,
                top.wallSeconds() <= TARGET_SECONDS ? "met" : "missed");
    }
}
