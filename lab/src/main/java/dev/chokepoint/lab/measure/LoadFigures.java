package dev.chokepoint.lab.measure;

import java.util.SortedMap;

/**
 * Offered and carried load in the measured window.
 *
 * @param offeredPerSecond messages meant to leave, per second
 * @param carriedPerSecond messages delivered, per second
 * @param intended messages meant to leave in the window
 * @param delivered how many of those were delivered before the run ended
 * @param unfinished how many of those were still under way when the run ended
 * @param failed how many of those failed
 * @param errors how many failed, by the cause's short name
 * @param windowNanos the measured window
 */
public record LoadFigures(
        double offeredPerSecond,
        double carriedPerSecond,
        long intended,
        long delivered,
        long unfinished,
        long failed,
        SortedMap<String, Long> errors,
        long windowNanos) {}
