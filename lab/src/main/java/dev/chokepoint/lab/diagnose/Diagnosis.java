package dev.chokepoint.lab.diagnose;

import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.statistics.PairedDifference;
import java.util.List;
import java.util.Optional;

/**
 * The answer: what bounds the capacity of a system.
 *
 * @param chokepoint the resource with the smallest implied capacity; empty when nothing was delivered, or nothing was used
 * @param next the chokepoint after the first one is fixed
 * @param bounds what theory says of each resource without running anything, smallest first
 * @param saturated whether the offered load reached the chokepoint's capacity in this run
 */
public record Diagnosis(
        Optional<Chokepoint> chokepoint, Optional<Next> next, List<AnalyticBound> bounds, boolean saturated) {
    /** Copies the list. */
    public Diagnosis {
        bounds = List.copyOf(bounds);
    }

    /**
     * A copy whose next chokepoint, if any, has this verification.
     *
     * @param verification what a re-run showed
     * @return the copy
     */
    public Diagnosis withVerification(Optional<Verification> verification) {
        Optional<Next> verified = next.map(old -> new Next(old.chokepoint(), old.fix(), verification));
        return new Diagnosis(chokepoint, verified, bounds, saturated);
    }

    /**
     * A resource that bounds capacity, with its proof.
     *
     * @param resource its name
     * @param utilisation in this run, 0 to 1
     * @param demandNanos unit-nanoseconds of it that one message uses
     * @param capacityPerSecond messages per second that this implies
     * @param tailShare the share of the slowest 1 % of messages' time that was spent waiting for it or using it, 0 to 1
     * @param law the rule by which capacity follows from demand, such as {@code 1 / demand}
     */
    public record Chokepoint(
            String resource,
            double utilisation,
            double demandNanos,
            double capacityPerSecond,
            double tailShare,
            String law) {}

    /**
     * What becomes the chokepoint once the first one is fixed.
     *
     * @param chokepoint the next resource, as predicted from this run's demands
     * @param fix what was changed in the re-run, such as {@code server lanes 1 -> 10}
     * @param verified what the re-run showed; empty where none was made
     */
    public record Next(Chokepoint chokepoint, String fix, Optional<Verification> verified) {}

    /**
     * The result of running again with the first chokepoint fixed.
     *
     * @param confirmed whether the predicted resource was the chokepoint
     * @param found the chokepoint of the re-run
     * @param carriedPerSecond what the re-run carried
     * @param p99Nanos its 99th percentile
     * @param changes what the fix changes at the load that the scenario offers; empty where it was not simulated more than
     *     once, so that nothing would say how sure a change is
     */
    public record Verification(
            boolean confirmed, Chokepoint found, double carriedPerSecond, long p99Nanos, List<Change> changes) {
        /** Copies the list. */
        public Verification {
            changes = List.copyOf(changes);
        }

        /**
         * A copy for a world whose figures were not compared.
         *
         * @return without changes
         */
        public Verification withoutChanges() {
            return new Verification(confirmed, found, carriedPerSecond, p99Nanos, List.of());
        }
    }

    /**
     * What a fix changes.
     *
     * @param figure of which figure
     * @param difference with and without it, replication by replication with the same seeds
     */
    public record Change(Figure figure, PairedDifference difference) {}

    /**
     * What theory says of one resource.
     *
     * @param resource its name
     * @param demandNanos unit-nanoseconds per message, from the scenario's own figures
     * @param capacityPerSecond messages per second
     * @param law the rule, such as {@code cores / work}
     */
    public record AnalyticBound(String resource, double demandNanos, double capacityPerSecond, String law) {}
}
