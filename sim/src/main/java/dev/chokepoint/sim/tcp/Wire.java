package dev.chokepoint.sim.tcp;

/** Where a {@link TcpEnd} puts its segments. Called on the simulation's thread, from within the end's own methods. */
public interface Wire {
    /**
     * An empty segment to fill.
     *
     * @return the segment, which belongs to the end until it is sent
     */
    Segment blank();

    /**
     * Sends a segment towards the other end.
     *
     * @param segment the filled segment, which is the wire's now
     */
    void send(Segment segment);
}
