package dev.chokepoint.report;

import dev.chokepoint.lab.diagnose.Diagnosis;
import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.Latency;
import dev.chokepoint.lab.measure.Statistics;
import dev.chokepoint.lab.measure.Statistics.Warmup;
import dev.chokepoint.lab.statistics.PairedDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How sure the simulations of {@link Fixture} are. */
final class StatisticsFixture {
    private StatisticsFixture() {}

    /** Three replications; p99.9 rests on four messages, and p99 is known to 9 %. */
    static Statistics three(Latency latency) {
        List<Estimate> estimates = List.of(
                new Estimate(Figure.CARRIED, 400.3, 4.2, Estimate.Doubt.NONE),
                new Estimate(Figure.MEAN, latency.meanNanos(), 120_000, Estimate.Doubt.NONE),
                new Estimate(Figure.P50, latency.p50Nanos(), 90_000, Estimate.Doubt.NONE),
                new Estimate(Figure.P90, latency.p90Nanos(), 310_000, Estimate.Doubt.NONE),
                new Estimate(Figure.P99, latency.p99Nanos(), 0.09 * latency.p99Nanos(), Estimate.Doubt.WIDE),
                new Estimate(Figure.P999, latency.p999Nanos(), 5e6, Estimate.Doubt.FEW_MESSAGES),
                new Estimate(Figure.USED, 0.408, 0.0061, Estimate.Doubt.NONE));
        List<Statistics.Run> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(new Statistics.Run(
                    42 + i, 1_333 + i, 400, 22.65e6 + i, 22_137_546, 24_825_000, 28_670_634, 32_000_000));
        }
        return new Statistics(
                runs,
                estimates,
                new Warmup(2_000_000_000L, 3_200_000_000L, Warmup.Verdict.TOO_SHORT),
                Optional.of(new Statistics.Precision(0.01, 0.09)));
    }

    static Statistics silence() {
        return new Statistics(
                List.of(new Statistics.Run(42, 0, 0, 0, 0, 0, 0, 0)),
                List.of(
                        new Estimate(Figure.CARRIED, 0, Double.NaN, Estimate.Doubt.FEW_MESSAGES),
                        new Estimate(Figure.P99, 0, Double.NaN, Estimate.Doubt.FEW_MESSAGES)),
                new Warmup(2_000_000_000L, 0, Warmup.Verdict.NOT_JUDGED),
                Optional.of(new Statistics.Precision(0.01, Double.NaN)));
    }

    static List<Diagnosis.Change> changes() {
        return List.of(
                new Diagnosis.Change(
                        Figure.CARRIED,
                        PairedDifference.of(new double[] {400, 402, 399}, new double[] {400, 401, 400})),
                new Diagnosis.Change(
                        Figure.P99,
                        PairedDifference.of(new double[] {29e6, 28e6, 30e6}, new double[] {25e6, 24.1e6, 26e6})));
    }
}
