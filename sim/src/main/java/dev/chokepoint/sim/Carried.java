package dev.chokepoint.sim;

/** What a link carries: the next piece of an ideal stream, or a packet. */
abstract class Carried extends Actor {
    Carried(int host) {
        super(host);
    }

    /**
     * It has come to a stage of a link.
     *
     * @param step which
     * @param size the stream's piece, or the packet's bytes on the wire
     * @param stage the step at that link
     */
    abstract void passed(Marks.Step step, long size, Stage stage);

    /** It has left the transmitter, and will {@link #arrive}. */
    abstract void depart(long size);

    /** It has crossed the link. */
    abstract void arrive();
}
