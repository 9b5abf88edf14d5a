package dev.chokepoint.lab.calibrate;

/**
 * What a unit costs a lane.
 *
 * @param unit what
 * @param nanos CPU time of one
 * @param lowNanos where its 95 % interval begins (bootstrap percentiles)
 * @param highNanos where it ends
 * @param apart false when it always came with others and is contained in their cost; then it is 0 here
 */
public record Cost(Unit unit, double nanos, double lowNanos, double highNanos, boolean apart) {}
