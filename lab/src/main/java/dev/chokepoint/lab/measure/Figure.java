package dev.chokepoint.lab.measure;

/** The figures of a run that get an interval. */
public enum Figure {
    /** Messages delivered per second. */
    CARRIED("carried", "/s"),
    /** Mean latency. */
    MEAN("latency mean", "ns"),
    /** Median latency. */
    P50("latency p50", "ns"),
    /** Latency that 90 % do not exceed. */
    P90("latency p90", "ns"),
    /** Latency that 99 % do not exceed. */
    P99("latency p99", "ns"),
    /** Latency that 99.9 % do not exceed. */
    P999("latency p99.9", "ns"),
    /** Utilisation of the chokepoint. */
    USED("chokepoint used", "1");

    private final String text;
    private final String unit;

    Figure(String text, String unit) {
        this.text = text;
        this.unit = unit;
    }

    /**
     * What reports call it.
     *
     * @return such as {@code latency p99}
     */
    public String text() {
        return text;
    }

    /**
     * Its unit.
     *
     * @return {@code ns}, {@code /s} or {@code 1} (a fraction)
     */
    public String unit() {
        return unit;
    }

    /**
     * Its value in a run.
     *
     * @param load of the run
     * @param latency of the run
     * @return in its unit
     * @throws IllegalArgumentException for {@link #USED}, which belongs to a resource
     */
    public double of(LoadFigures load, Latency latency) {
        return switch (this) {
            case CARRIED -> load.carriedPerSecond();
            case MEAN -> latency.meanNanos();
            case P50 -> latency.p50Nanos();
            case P90 -> latency.p90Nanos();
            case P99 -> latency.p99Nanos();
            case P999 -> latency.p999Nanos();
            case USED -> throw new IllegalArgumentException("which resource's utilisation?");
        };
    }

    /**
     * The fraction of messages that lie above it.
     *
     * @return 0.01 for {@link #P99}; 1 where any number of messages will do
     */
    public double tail() {
        return switch (this) {
            case CARRIED, MEAN, USED -> 1;
            case P50 -> 0.5;
            case P90 -> 0.1;
            case P99 -> 0.01;
            case P999 -> 0.001;
        };
    }

    /**
     * Whether it is a latency.
     *
     * @return false for rates and utilisations
     */
    public boolean isLatency() {
        return unit.equals("ns");
    }
}
