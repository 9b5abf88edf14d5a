package dev.chokepoint.lab.measure;

import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Phase;
import dev.chokepoint.lab.scenario.ServerSpec;

/** Measures load, latency and phases of every message in a world of one thread. Not thread-safe. */
public final class Measurement implements Observer {
    private final Window window;
    private final Stages stages = new Stages();
    private final InFlight inFlight = new InFlight();
    private final LoadMeter load;
    private final LatencySeries series;
    private final PhaseMeter phases = new PhaseMeter();
    private int starting = InFlight.ABSENT;

    /**
     * Measures from the start.
     *
     * @param window what counts
     */
    public Measurement(Window window) {
        this.window = window;
        load = new LoadMeter(window);
        series = new LatencySeries(window);
    }

    @Override
    public int stage(Phase phase, String place) {
        return stages.number(phase, ServerSpec.together(place));
    }

    @Override
    public void intended(long message, long atNanos) {
        int slot = inFlight.add(message);
        load.intended(slot, atNanos);
        starting = slot;
    }

    @Override
    public void enter(long message, int stage, long atNanos) {
        int slot = inFlight.find(message);
        if (slot == starting && slot != InFlight.ABSENT) {
            phases.begin(slot, stage, atNanos);
            starting = InFlight.ABSENT;
        } else if (slot != InFlight.ABSENT) {
            phases.enter(slot, stage, atNanos);
        }
    }

    @Override
    public void delivered(long message, long atNanos) {
        int slot = inFlight.remove(message);
        if (slot != InFlight.ABSENT) {
            phases.end(slot, atNanos, window.contains(load.intendedAt(slot)));
            load.delivered(slot, atNanos);
            series.add(load.intendedAt(slot), atNanos - load.intendedAt(slot));
        }
    }

    @Override
    public void failed(long message, String error, long atNanos) {
        int slot = inFlight.remove(message);
        if (slot != InFlight.ABSENT) {
            load.failed(slot, error, atNanos);
        }
    }

    /**
     * Messages under way.
     *
     * @return 0 or more
     */
    public int underWay() {
        return inFlight.size();
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
        return phases.sums();
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
