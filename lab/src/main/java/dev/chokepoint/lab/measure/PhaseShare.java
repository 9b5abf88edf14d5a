package dev.chokepoint.lab.measure;

import dev.chokepoint.host.world.Phase;

/**
 * The time that messages spent in one phase at one place.
 *
 * @param phase what happened
 * @param place the host or link direction where it happened
 * @param meanNanos mean over all delivered messages
 * @param share of the mean latency, 0 to 1
 * @param tailMeanNanos mean over the messages at or above p99
 * @param tailShare of those messages' mean latency, 0 to 1
 */
public record PhaseShare(
        Phase phase, String place, double meanNanos, double share, double tailMeanNanos, double tailShare) {}
