package dev.chokepoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.lab.measure.WorldResult.World;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;

/** The files are read back as HdrHistogram's own tools read them. */
class HdrFilesTest {
    private static List<Histogram> read(String log) {
        HistogramLogReader reader =
                new HistogramLogReader(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
        List<Histogram> histograms = new ArrayList<>();
        for (EncodableHistogram next = reader.nextIntervalHistogram();
                next != null;
                next = reader.nextIntervalHistogram()) {
            histograms.add((Histogram) next);
        }
        return histograms;
    }

    @Test
    void shouldTagEachWorldsIntervalsInTheOrderOfTime() {
        List<Histogram> read = read(HdrFiles.log(Fixture.ask()));

        assertThat(read)
                .extracting(Histogram::getTag)
                .containsExactly("simulation", "live", "simulation", "live", "live");
        long started = Fixture.ask().startedAt().toEpochMilli();
        assertThat(read)
                .extracting(histogram -> histogram.getStartTimeStamp() - started)
                .containsExactly(0L, 0L, 200L, 200L, 400L);
        assertThat(read).extracting(Histogram::getTotalCount).containsExactly(10L, 10L, 10L, 10L, 0L);
        assertThat(read.getFirst().getValueAtPercentile(50)).as("nanoseconds").isBetween(20_300_000L, 20_600_000L);
    }

    @Test
    void shouldGiveTheMaximumInMilliseconds() {
        assertThat(HdrFiles.log(Fixture.ask()))
                .contains("#[Histogram log format version 1.3]", "seed 42", "scenario ask (examples/ask.yaml)")
                .containsPattern("\nTag=simulation,0\\.000,0\\.200,20\\.9");
    }

    @Test
    void shouldPlotTheDistributionInMilliseconds() {
        String text = HdrFiles.percentiles(Fixture.ask(), World.SIMULATION).orElseThrow();
        // As hdr-plotters read it: four numbers a line, "#" for comments.
        List<double[]> points = text.lines()
                .filter(line -> !line.startsWith("#") && line.trim().split(" +").length == 4)
                .filter(line -> Character.isDigit(line.trim().charAt(0)))
                .map(line -> line.trim().split(" +"))
                .map(words -> new double[] {Double.parseDouble(words[0]), Double.parseDouble(words[1])})
                .toList();

        assertThat(points).hasSizeGreaterThan(20).isSortedAccordingTo((a, b) -> Double.compare(a[0], b[0]));
        assertThat(points.getFirst()[1]).isZero();
        double max = Fixture.ask().worlds().getFirst().latency().maxNanos() / 1e6;
        assertThat(text)
                .contains("#[Max     =", String.format(Locale.ROOT, "%.3f", max).substring(0, 4));
    }

    @Test
    void shouldNameOneFileAWorldOnlyWhereThereAreSeveral() {
        assertThat(HdrFiles.named(Path.of("out/ask.hgrm"), World.LIVE)).isEqualTo(Path.of("out/ask.live.hgrm"));
        assertThat(HdrFiles.named(Path.of(".ask"), World.LIVE)).isEqualTo(Path.of(".ask.live"));
        assertThat(HdrFiles.percentiles(Fixture.silent(), World.LIVE)).isEmpty();
        assertThat(HdrFiles.percentiles(Fixture.silent(), World.SIMULATION)).isPresent();
    }
}
