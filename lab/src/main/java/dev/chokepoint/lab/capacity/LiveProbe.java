package dev.chokepoint.lab.capacity;

import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.LiveMeasurement;
import dev.chokepoint.lab.run.ReplicationPlan;
import dev.chokepoint.lab.run.RunException;
import dev.chokepoint.lab.run.RunProgress;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.Variation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries loads over real sockets, by short runs with a seed each: two, and up to four while they don't decide. A void run is
 * not counted but made again, twice at most. Begins no run that would end after its time is over.
 */
final class LiveProbe implements Probe {
    private static final int FIRST = 2;
    private static final int MOST = 4;
    private static final int VOID_MOST = 2;

    /** Longer runs say more each, and there is time for fewer. */
    private static final long WARMUP_MOST_NANOS = 1_000_000_000L;

    private static final long DURATION_MOST_NANOS = 3_000_000_000L;

    private final Scenario scenario;
    private final ScenarioSource source;
    private final Points points;
    private final LoadAxis axis;
    private final RunProgress progress;
    private final Variation.Times times;
    private final long deadlineNanos;
    private long longestNanos;
    private boolean late;

    /**
     * A probe whose time begins now.
     *
     * @param source the scenario at its own load
     * @param points makes them
     * @param axis the load's
     * @param timeNanos begins no run that would end later
     * @param progress told how each run goes
     */
    LiveProbe(ScenarioSource source, Points points, LoadAxis axis, long timeNanos, RunProgress progress) {
        this.scenario = source.read();
        this.source = source;
        this.points = points;
        this.axis = axis;
        this.progress = progress;
        this.times = new Variation.Times(
                Math.max(Math.min(WARMUP_MOST_NANOS, scenario.warmupNanos()), Settling.roundTripsNanos(scenario)),
                Math.min(DURATION_MOST_NANOS, scenario.durationNanos()));
        this.deadlineNanos = System.nanoTime() + timeNanos;
    }

    /** Whether time was over before the search was. */
    boolean late() {
        return late;
    }

    @Override
    public Optional<LoadPoint> at(double factor) {
        List<WorldResult> runs = new ArrayList<>();
        List<String> voids = new ArrayList<>();
        while (voids.size() <= VOID_MOST && (runs.size() < FIRST || undecided(factor, runs)) && inTime()) {
            try {
                WorldResult run = run(factor, runs.size() + voids.size() + 1);
                if (progress.stopped()) {
                    break; // cut short
                }
                run.voided().ifPresentOrElse(voids::add, () -> runs.add(run));
            } catch (RunException e) {
                return failed(factor, e);
            }
        }
        if (runs.size() < FIRST && voids.size() > VOID_MOST) {
            return Optional.of(LoadPoint.voided(factor, axis.load(factor), voids.getLast()));
        }
        return runs.isEmpty() ? Optional.empty() : Optional.of(points.live(factor, runs));
    }

    /** The scenario's own load has to run; that a multiple of it doesn't is this machine's limit. */
    private Optional<LoadPoint> failed(double factor, RunException e) {
        if (factor == 1) {
            throw e;
        }
        return Optional.of(LoadPoint.voided(factor, axis.load(factor), e.getMessage()));
    }

    private boolean undecided(double factor, List<WorldResult> runs) {
        return runs.size() < MOST && points.live(factor, runs).outcome() == Outcome.UNDECIDED;
    }

    private boolean inTime() {
        late |= System.nanoTime() + longestNanos > deadlineNanos;
        return !late && !progress.stopped();
    }

    private WorldResult run(double factor, int number) {
        long begun = System.nanoTime();
        Variation variation = source.variation()
                .withLoad(source.variation().load() * factor)
                .withSeed(ReplicationPlan.seed(scenario.seed(), number))
                .withTimes(times);
        ScenarioSource varied = new ScenarioSource(source.text(), variation);
        try {
            return LiveMeasurement.of(varied.read(), varied, progress).result();
        } finally {
            longestNanos = Math.max(longestNanos, System.nanoTime() - begun);
        }
    }
}
