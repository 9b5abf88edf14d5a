package dev.chokepoint.lab.capacity;

import java.util.List;

/**
 * How far a search goes.
 *
 * @param precision it ends when the upper end is at most so much above the lower one: 0.05 is 5 %
 * @param points the most loads that are tried for the answer
 * @param curve the parts of the answer that are tried afterwards, for the curve
 */
record Limits(double precision, int points, List<Double> curve) {
    /** Loads are tried down to this part of the scenario's, or of what it is predicted to carry. */
    static final double LOWEST = 1 / 64.0;

    /** Loads are tried up to so many times the scenario's, or what it is predicted to carry. */
    static final double HIGHEST = 4;

    /** Without a prediction they are tried up to so many times the scenario's. */
    static final double HIGHEST_BLIND = 64;
}
