package dev.chokepoint.sim.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The simulator against closed forms. The family-wise error of all comparisons together is 1 % (Bonferroni), so a run in
 * which everything is exact fails once in a hundred sets of seeds; these seeds are fixed.
 */
class TruthTest {
    private static final double FAMILY_WISE_ERROR = 0.01;
    private static final int THREADS = 2;
    private static final int COMPARISONS =
            Cases.all().stream().mapToInt(each -> each.metrics().size()).sum();

    static Stream<Case> cases() {
        return Cases.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldMatchTheClosedForm(Case each) throws IOException {
        List<Tally> tallies = replicate(each);
        List<String> lines = new ArrayList<>();
        List<String> misses = new ArrayList<>();
        for (Case.Metric metric : each.metrics()) {
            double[] values = tallies.stream().mapToDouble(metric.measured()).toArray();
            Estimate estimate = Estimate.of(values);
            List<String> faults = estimate.faults(metric);
            lines.add(estimate.row(each, metric, faults));
            faults.forEach(fault -> misses.add(metric.name() + ": " + fault));
        }
        Path table = Path.of("target", "truth", each.name().replace(' ', '_') + ".md");
        Files.createDirectories(table.getParent());
        Files.write(table, lines);
        assertThat(misses).as(String.join("\n", lines)).isEmpty();
    }

    private static List<Tally> replicate(Case each) {
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Tally>> runs = new ArrayList<>();
            for (int i = 1; i <= each.replications(); i++) {
                long seed = i;
                runs.add(pool.submit(() -> each.runs().apply(seed)));
            }
            return runs.stream().map(TruthTest::get).toList();
        }
    }

    private static Tally get(Future<Tally> run) {
        try {
            return run.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * The mean of independent replications.
     *
     * @param mean the mean
     * @param standardError its standard error
     * @param halfWidth half of its Student-t interval
     */
    private record Estimate(double mean, double standardError, double halfWidth) {
        static Estimate of(double[] values) {
            double mean = 0;
            for (double value : values) {
                mean += value / values.length;
            }
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            double error = StrictMath.sqrt(squares / (values.length - 1) / values.length);
            double quantile = new TDistribution(values.length - 1)
                    .inverseCumulativeProbability(1 - FAMILY_WISE_ERROR / COMPARISONS / 2);
            return new Estimate(mean, error, quantile * error);
        }

        List<String> faults(Case.Metric metric) {
            List<String> faults = new ArrayList<>();
            double off = StrictMath.abs(mean - metric.expected());
            // The reference itself is printed with 16 digits.
            if (off > halfWidth + 1e-12 * metric.expected()) {
                faults.add("the exact value " + metric.expected() + " is outside of " + mean + " ± " + halfWidth);
            }
            if (off > metric.kind().bound * metric.expected()) {
                faults.add("off by " + percent(off / metric.expected()));
            }
            if (standardError > metric.kind().standardError * mean) {
                faults.add("standard error " + percent(standardError / mean));
            }
            return faults;
        }

        String row(Case each, Case.Metric metric, List<String> faults) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %.6g | %.6g | ± %.2g | %s | %s | %s |",
                    each.name(),
                    metric.name(),
                    metric.expected(),
                    mean,
                    halfWidth,
                    percent((mean - metric.expected()) / metric.expected()),
                    percent(standardError / mean),
                    faults.isEmpty() ? "matches" : String.join("; ", faults));
        }

        private static String percent(double ratio) {
            return String.format(Locale.ROOT, "%.3f %%", 100 * ratio);
        }
    }
}
