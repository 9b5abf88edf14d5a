package dev.chokepoint.lab.measure;

import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Phase;
import dev.chokepoint.lab.scenario.ServerSpec;

/** Measures load, latency and phases of messages in a world of one thread. Not thread-safe. */
public final class Measurement implements Observer {
    private static final int NO_COPIES = 0;

    private final int every;
    private final Stages stages = new Stages();
    private final LoadMeter load;
    private final LatencySeries series;
    private final Followed followed;
    private long starting;
    private int copies = NO_COPIES;

    /**
     * Measures from the start; each message has one receiver.
     *
     * @param window what counts
     */
    public Measurement(Window window) {
        this(window, NO_COPIES);
    }

    /**
     * Measures from the start; each delivery of a message counts.
     *
     * @param window what counts
     * @param every how many messages there are for one whose copies' phases are followed, 1 for all; 0 where each message has one
     *     receiver, and all are followed
     */
    public Measurement(Window window, int every) {
        this.every = every;
        load = new LoadMeter(window);
        series = new LatencySeries(window);
        followed = new Followed(window);
    }

    @Override
    public int stage(Phase phase, String place) {
        return stages.number(phase, ServerSpec.together(place));
    }

    @Override
    public boolean followsCopies(long message) {
        return every != NO_COPIES && message % every == 0;
    }

    @Override
    public void intended(long message, long atNanos, int receivers) {
        load.intended(message, atNanos, receivers);
        starting = message;
        copies = every == NO_COPIES || followsCopies(message) ? receivers : NO_COPIES;
    }

    @Override
    public void copied(long original, long copy, long atNanos) {
        followed.copied(original, copy);
    }

    @Override
    public void enter(long message, int stage, long atNanos) {
        if (copies != NO_COPIES && message == starting) {
            followed.begin(message, copies, stage, atNanos);
            copies = NO_COPIES;
        } else {
            followed.enter(message, stage, atNanos);
        }
    }

    @Override
    public void delivered(long message, long atNanos) {
        long intendedAt = load.delivered(message, atNanos);
        if (intendedAt != LoadMeter.UNKNOWN) {
            series.add(intendedAt, atNanos - intendedAt);
            followed.delivered(message, atNanos);
        }
    }

    @Override
    public void failed(long message, String error, long atNanos) {
        load.failed(message, error, atNanos);
        followed.over(message);
    }

    /**
     * Deliveries that are missing.
     *
     * @return 0 or more
     */
    public long underWay() {
        return load.underWay();
    }

    /**
     * What was counted so far.
     *
     * @return the record
     */
    public LoadRecord loadRecord() {
        return load.record();
    }

    /**
     * How the load got on up to the end of an interval.
     *
     * @param interval the one that has just ended
     * @return what was counted
     */
    public LoadProgress progress(int interval) {
        return load.progress(interval);
    }

    /**
     * How latency went so far.
     *
     * @return the live series
     */
    public LatencySeries series() {
        return series;
    }

    /**
     * Where the time went so far.
     *
     * @return means by stage
     */
    public PhaseSums phaseSums() {
        return followed.sums();
    }

    /**
     * The stages that the world named.
     *
     * @return the live registry
     */
    public Stages stages() {
        return stages;
    }
}
