package dev.chokepoint.lab.capacity;

import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.Statistics.Warmup;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One load that was tried.
 *
 * @param factor how many times the scenario's load it is
 * @param load the same in the unit of the {@link LoadAxis}
 * @param outcome whether it met the objectives
 * @param runs how many valid runs that rests on
 * @param offeredPerSecond messages meant to leave, per second, on average
 * @param delivered how many messages arrived, in all runs
 * @param estimates carried load, mean latency, p50 and p99; empty when void
 * @param judgements one for each objective that applies at this load; empty when void
 * @param chokepoint what bounded it; empty when void, or nothing was used
 * @param fullAt so many times the scenario's load are predicted to fill that chokepoint; empty where nothing predicts it
 * @param warmup whether the simulation had settled; {@code NOT_JUDGED} over real sockets
 * @param voided why the runs are not believed; empty otherwise
 */
public record LoadPoint(
        double factor,
        double load,
        Outcome outcome,
        int runs,
        double offeredPerSecond,
        long delivered,
        List<Estimate> estimates,
        List<Judgement> judgements,
        Optional<Chokepoint> chokepoint,
        OptionalDouble fullAt,
        Warmup.Verdict warmup,
        Optional<String> voided) {
    /** Copies the lists. */
    public LoadPoint {
        estimates = List.copyOf(estimates);
        judgements = List.copyOf(judgements);
    }

    /**
     * A load whose every run was void.
     *
     * @param factor how many times the scenario's load
     * @param load the same in the axis' unit
     * @param why a plain sentence
     * @return the point, without figures
     */
    static LoadPoint voided(double factor, double load, String why) {
        return new LoadPoint(
                factor,
                load,
                Outcome.VOID,
                0,
                Double.NaN,
                0,
                List.of(),
                List.of(),
                Optional.empty(),
                OptionalDouble.empty(),
                Warmup.Verdict.NOT_JUDGED,
                Optional.of(why));
    }

    /**
     * One of its figures.
     *
     * @param figure carried, mean, p50 or p99
     * @return empty when void
     */
    public Optional<Estimate> of(Figure figure) {
        return estimates.stream().filter(e -> e.figure() == figure).findFirst();
    }

    /**
     * Kleinrock's power: throughput over mean latency.
     *
     * @return messages per second, per second; 0 when void or nothing was delivered
     */
    public double power() {
        double mean = of(Figure.MEAN).map(Estimate::value).orElse(0.0);
        return delivered == 0 || mean <= 0
                ? 0
                : of(Figure.CARRIED).orElseThrow().value() / mean * 1e9;
    }
}
