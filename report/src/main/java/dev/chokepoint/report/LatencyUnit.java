package dev.chokepoint.report;

/** The unit of all latencies on one page. */
enum LatencyUnit {
    NS("ns", 1),
    US("us", 1e3),
    MS("ms", 1e6),
    S("s", 1e9);

    private final String symbol;
    private final double nanos;

    LatencyUnit(String symbol, double nanos) {
        this.symbol = symbol;
        this.nanos = nanos;
    }

    /** The one in which the largest reads best. */
    static LatencyUnit of(long largestNanos) {
        return largestNanos >= 5e9 ? S : largestNanos >= 1e6 ? MS : largestNanos >= 1e3 ? US : NS;
    }

    String symbol() {
        return symbol;
    }

    double in(double latencyNanos) {
        return latencyNanos / nanos;
    }
}
