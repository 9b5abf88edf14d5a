package dev.chokepoint.lab.calibrate;

/**
 * A load that the costs were not fitted to: what a message took there, and what the costs say.
 *
 * @param lane whose: {@code server} or {@code clients}
 * @param perSecond messages
 * @param measuredNanos CPU time a message
 * @param predictedNanos from the counted units and the costs
 */
public record HeldOut(String lane, double perSecond, double measuredNanos, double predictedNanos) {
    /**
     * How far off the prediction is.
     *
     * @return (predicted - measured) / measured
     */
    public double relative() {
        return predictedNanos / measuredNanos - 1;
    }
}
