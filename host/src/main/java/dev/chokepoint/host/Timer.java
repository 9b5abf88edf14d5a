package dev.chokepoint.host;

/** A task armed with {@link Host#after}. */
public interface Timer {
    /** Makes sure that the task never runs, unless it has started already; then this does nothing. Lane thread only. */
    void cancel();
}
