package dev.chokepoint.report;

import dev.chokepoint.lab.measure.Histograms;
import dev.chokepoint.lab.measure.Histograms.Slice;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** A run's latencies in HdrHistogram's two file formats: the interval log and the percentile distribution. Stateless. */
final class HdrFiles {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int TICKS_PER_HALF_DISTANCE = 5;

    private HdrFiles() {}

    private record Line(World world, Slice slice) {}

    /** The interval log, in the order of time: readers that look for a range stop at the first line behind it. */
    static String log(RunResult result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HistogramLogWriter log = new HistogramLogWriter(bytes);
        about(result).forEach(log::outputComment);
        log.outputComment("[Latencies in nanoseconds of the messages delivered in each interval, warm-up included; the"
                + " maxima beside them are in milliseconds]");
        log.outputComment("[Each world's tag is its name; its times count from the start of its load, a simulation's"
                + " are of its first replication]");
        log.outputLogFormatVersion();
        log.outputStartTime(result.startedAt().toEpochMilli());
        log.setBaseTime(result.startedAt().toEpochMilli());
        log.outputBaseTime(result.startedAt().toEpochMilli());
        log.outputLegend();
        for (Line line : lines(result)) {
            Histogram histogram = decoded(line.slice().encoded());
            histogram.setTag(JsonReport.lower(line.world()));
            double from = line.slice().fromNanos() / 1e9;
            log.outputIntervalHistogram(from, line.slice().toNanos() / 1e9, histogram, NANOS_PER_MILLI);
        }
        log.close();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<Line> lines(RunResult result) {
        List<Line> lines = new ArrayList<>();
        for (WorldResult world : result.worlds()) {
            world.histograms().timeline().forEach(slice -> lines.add(new Line(world.world(), slice)));
        }
        lines.sort(Comparator.comparingLong(line -> line.slice().fromNanos())); // stable: worlds keep their order
        return lines;
    }

    /** A world's percentile distribution, in milliseconds; empty where it did not run. */
    static Optional<String> percentiles(RunResult result, World world) {
        return result.worlds().stream()
                .filter(each -> each.world() == world)
                .findFirst()
                .map(each -> percentiles(result, each));
    }

    private static String percentiles(RunResult result, WorldResult world) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            about(result).forEach(line -> out.print("#" + line + "\n"));
            out.print("#[Latencies in milliseconds, " + Words.in(world.world()) + ", of the messages intended in the"
                    + " measured window, all replications together]\n");
            total(world.histograms())
                    .outputPercentileDistribution(out, TICKS_PER_HALF_DISTANCE, NANOS_PER_MILLI, false);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<String> about(RunResult result) {
        return List.of(
                "[Chokepoint " + About.version() + ", scenario "
                        + Text.clean(result.scenario().name()) + " ("
                        + Text.clean(result.scenarioFile()) + "), seed "
                        + result.scenario().seed() + "]",
                "[" + Text.clean(result.machine()) + "]");
    }

    /** {@code ask.hgrm} becomes {@code ask.live.hgrm}, {@code ask} becomes {@code ask.live}. */
    static Path named(Path path, World world) {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        int end = dot > 0 ? dot : name.length();
        String between = "." + world.name().toLowerCase(Locale.ROOT);
        return path.resolveSibling(name.substring(0, end) + between + name.substring(end));
    }

    private static Histogram total(Histograms histograms) {
        return histograms.total().isEmpty() ? new Histogram(3) : decoded(histograms.total());
    }

    private static Histogram decoded(String text) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(text)), 0);
        } catch (DataFormatException e) {
            throw new IllegalStateException("a result's histogram can't be read: " + e.getMessage(), e);
        }
    }
}
