package dev.chokepoint.lab.measure;

import dev.chokepoint.host.world.ResourceUse.Kind;

/**
 * What one resource did in the measured window.
 *
 * @param name such as {@code server lane 0}
 * @param kind what it is
 * @param utilisation the fraction of its capacity in use, 0 to 1
 * @param demandNanos how much of it one delivered message uses, in unit-nanoseconds
 * @param capacityPerSecond messages per second that it could carry alone: capacity / demand; infinite when none uses it
 * @param waitingMean the mean number (bytes for links and windows) waiting
 * @param waitingMax the most that ever waited
 * @param refused how many it turned away: packets of a link that has them
 * @param lost how many packets vanished on it
 */
public record ResourceFigures(
        String name,
        Kind kind,
        double utilisation,
        double demandNanos,
        double capacityPerSecond,
        double waitingMean,
        long waitingMax,
        long refused,
        long lost) {
    /**
     * A resource that loses nothing.
     *
     * @param name as above
     * @param kind as above
     * @param utilisation as above
     * @param demandNanos as above
     * @param capacityPerSecond as above
     * @param waitingMean as above
     * @param waitingMax as above
     * @param refused as above
     */
    public ResourceFigures(
            String name,
            Kind kind,
            double utilisation,
            double demandNanos,
            double capacityPerSecond,
            double waitingMean,
            long waitingMax,
            long refused) {
        this(name, kind, utilisation, demandNanos, capacityPerSecond, waitingMean, waitingMax, refused, 0);
    }
}
