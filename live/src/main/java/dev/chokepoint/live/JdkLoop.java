package dev.chokepoint.live;

/** A loop of our own, on the JDK's channels. */
interface JdkLoop extends LaneLoop {
    /** Its threads end as soon as they can; what its lane has open is closed already, or is closed by its last tasks. */
    void stop();

    /** Waits for its threads, a few seconds at most. */
    void awaitStopped();
}
