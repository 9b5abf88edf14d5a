package dev.chokepoint.lab.calibrate;

import dev.chokepoint.lab.statistics.Moments;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * What an accepted connection costs: runs with few and many of them begin alike but for that, so it is the slope of a straight
 * line through what their beginnings took.
 */
final class AcceptCost {
    private static final double UPPER = 0.975;

    private AcceptCost() {}

    /** Of the beginnings of at least three runs with different numbers of clients. */
    static Cost of(List<Row> beginnings) {
        Moments accepts = new Moments();
        Moments cpu = new Moments();
        beginnings.forEach(row -> {
            accepts.add((double) row.accepts());
            cpu.add(row.cpuNanos());
        });
        double squares = 0;
        double products = 0;
        for (Row row : beginnings) {
            double off = row.accepts() - accepts.mean();
            squares += off * off;
            products += off * (row.cpuNanos() - cpu.mean());
        }
        double slope = products / squares;
        double errors = 0;
        for (Row row : beginnings) {
            double error = row.cpuNanos() - cpu.mean() - slope * (row.accepts() - accepts.mean());
            errors += error * error;
        }
        int freedom = beginnings.size() - 2;
        double halfWidth =
                new TDistribution(freedom).inverseCumulativeProbability(UPPER) * Math.sqrt(errors / freedom / squares);
        return new Cost(
                Unit.ACCEPT, Math.max(0, slope), Math.max(0, slope - halfWidth), Math.max(0, slope + halfWidth), true);
    }
}
