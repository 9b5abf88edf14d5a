package dev.chokepoint.lab.run;

import dev.chokepoint.lab.measure.LatencySeries;
import dev.chokepoint.lab.measure.Statistics.Warmup;
import dev.chokepoint.lab.measure.Statistics.Warmup.Verdict;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.statistics.Mser5;
import dev.chokepoint.programs.load.Workload;

/**
 * Judges the warm-up by MSER-5 on the latencies of all replications together. MSER-5 minimises an error and so moves with
 * every whim of a series; its word counts only when following it would move the mean by more than the interval that is printed
 * beside it ({@code tolerance}).
 */
record SteadyState(Scenario scenario, LatencySeries series, double tolerance, boolean overloaded) {
    Warmup judge() {
        double[] means = series.means();
        if (means.length < Mser5.VALUES_MIN || changesByDesign()) {
            return new Warmup(scenario.warmupNanos(), 0, Verdict.NOT_JUDGED);
        }
        Mser5 mser = Mser5.of(means);
        long suggested = series.startNanos(mser.deleted());
        return new Warmup(scenario.warmupNanos(), suggested, verdict(mser, suggested));
    }

    private Verdict verdict(Mser5 mser, long suggestedNanos) {
        if (suggestedNanos <= scenario.warmupNanos() || !matters(suggestedNanos)) {
            return Verdict.LONG_ENOUGH;
        }
        if (mser.settled()) {
            return Verdict.TOO_SHORT;
        }
        return overloaded ? Verdict.OVERLOAD : Verdict.NOT_SETTLED;
    }

    private boolean matters(long suggestedNanos) {
        double mean = series.meanFrom(scenario.warmupNanos());
        return Math.abs(series.meanFrom(suggestedNanos) - mean) > tolerance * mean;
    }

    private boolean changesByDesign() {
        return scenario.clients().stream().map(ClientGroup::load).anyMatch(Workload.Steps.class::isInstance);
    }
}
