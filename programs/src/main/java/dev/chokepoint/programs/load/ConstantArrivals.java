package dev.chokepoint.programs.load;

/** Equal gaps. Each time is computed from the start, so rounding never adds up. */
final class ConstantArrivals implements Arrivals {
    private final long startNanos;
    private final double perSecond;
    private long arrivals;

    ConstantArrivals(long startNanos, double perSecond) {
        this.startNanos = startNanos;
        this.perSecond = perSecond;
    }

    @Override
    public long nextNanos() {
        return startNanos + StrictMath.round(arrivals++ * 1e9 / perSecond);
    }
}
