package dev.chokepoint.lab.run;

import dev.chokepoint.lab.diagnose.Diagnosis;
import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.diagnose.Diagnosis.Next;
import dev.chokepoint.lab.diagnose.Fix;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.scenario.Scenario;
import java.util.Optional;

/**
 * Checks a predicted next chokepoint in the simulator: fixes the first one, offers a fifth more than the next one is
 * predicted to carry, and looks what bounds the load then.
 */
final class Verification {
    private static final double OVERLOAD = 1.2;

    /** A re-run is as long as this many messages take, so that a large fix doesn't make it last. */
    private static final double MESSAGES = 60_000;

    private static final long SHORTEST_NANOS = 200_000_000;

    private Verification() {}

    /**
     * Adds the verification to a result, if it predicts a next chokepoint.
     *
     * @param scenario what was run
     * @param result of the run
     * @param progress told how the re-run goes
     * @return the completed result
     */
    static WorldResult verified(Scenario scenario, WorldResult result, RunProgress progress) {
        Optional<Next> next = result.diagnosis().next();
        Optional<Fix> fix =
                result.diagnosis().chokepoint().flatMap(chokepoint -> Fix.of(scenario, chokepoint.resource()));
        if (next.isEmpty() || fix.isEmpty() || progress.stopped()) {
            return result;
        }
        Next predicted = next.get();
        Scenario loaded = shortened(
                fix.get().loaded(factor(result, predicted.chokepoint())),
                OVERLOAD * predicted.chokepoint().capacityPerSecond());
        WorldResult again = SimRun.run(loaded, "simulating with the chokepoint fixed", progress);
        Optional<Diagnosis.Verification> verification = again.diagnosis()
                .chokepoint()
                .map(found -> {
                    boolean confirmed =
                            found.resource().equals(predicted.chokepoint().resource());
                    return new Diagnosis.Verification(
                            confirmed,
                            found,
                            again.load().carriedPerSecond(),
                            again.latency().p99Nanos());
                });
        return result.withDiagnosis(result.diagnosis().withVerification(verification));
    }

    private static double factor(WorldResult result, Chokepoint next) {
        return OVERLOAD
                * next.capacityPerSecond()
                / Math.max(1e-9, result.load().offeredPerSecond());
    }

    private static Scenario shortened(Scenario scenario, double perSecond) {
        long enough = Math.max(SHORTEST_NANOS, (long) (MESSAGES * 1e9 / perSecond));
        return scenario.withTimes(
                Math.min(scenario.warmupNanos(), enough / 4), Math.min(scenario.durationNanos(), enough));
    }
}
