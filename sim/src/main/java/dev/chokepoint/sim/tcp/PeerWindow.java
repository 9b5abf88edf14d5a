package dev.chokepoint.sim.tcp;

/** What the peer says it takes (RFC 9293 section 3.10.7.4: SND.WND, SND.WL1 and SND.WL2). */
final class PeerWindow {
    private long edge;
    private int maxBytes;
    private long seq = -1;
    private long ack = -1;

    /** Takes the window of a segment, unless an older one overtook it; returns whether that is as it was. */
    boolean learn(Segment segment) {
        long told = segment.ack + segment.windowBytes;
        boolean same = told == edge;
        if (seq < segment.seq || seq == segment.seq && ack <= segment.ack) {
            seq = segment.seq;
            ack = segment.ack;
            edge = told;
            maxBytes = Math.max(maxBytes, segment.windowBytes);
        }
        return same;
    }

    /** The offset after the last that the peer takes. */
    long edge() {
        return edge;
    }

    /** The widest window it ever told. */
    int maxBytes() {
        return maxBytes;
    }
}
