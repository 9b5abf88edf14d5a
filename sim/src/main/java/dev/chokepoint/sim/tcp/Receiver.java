package dev.chokepoint.sim.tcp;

/** The receiving half of one end: what has arrived, what to say of it, and when (RFC 9293 section 3.8.6, RFC 5681 section 4.2). */
final class Receiver {
    private static final long NEVER = Long.MAX_VALUE;
    private static final int UNSCALED_MAX = 65_535;

    private final TcpEnd end;
    private final int bufferBytes;

    /** The next offset that is missing. */
    private long next;

    /** Up to where the program has read. */
    private long read;

    /** The offset after the last that was ever advertised; it never goes back (RFC 9293 section 3.8.6). */
    private long edge;

    /** What {@link #next} was in the last segment sent. */
    private long acknowledged;

    /** The offset of the FIN, once one has arrived. */
    private long finAt = NEVER;

    private long delayedUntilNanos = NEVER;

    /** The timestamp to echo (RFC 7323 section 4.3, TS.Recent). */
    private long recentNanos;

    /** Made when something arrives out of order. */
    private Reassembly held;

    private boolean ackNow;

    Receiver(TcpEnd end, int bufferBytes) {
        this.end = end;
        this.bufferBytes = bufferBytes;
        this.edge = Math.min(bufferBytes, UNSCALED_MAX);
    }

    /** The binary logarithm of the unit in which windows are told (RFC 7323 section 2.3). */
    static int scale(int bufferBytes) {
        int scale = 0;
        while (bufferBytes >> scale > UNSCALED_MAX) {
            scale++;
        }
        return scale;
    }

    long next() {
        return next;
    }

    boolean isFinReceived() {
        return next > finAt;
    }

    boolean isAckDue() {
        return ackNow;
    }

    void ackNow() {
        ackNow = true;
    }

    long timerNanos() {
        return delayedUntilNanos;
    }

    /** Takes what is new in a segment. */
    void receive(Segment segment, long nowNanos) {
        if (segment.timestamps && segment.seq <= acknowledged && segment.tsValueNanos > recentNanos) {
            recentNanos = segment.tsValueNanos;
        }
        if (segment.end() == segment.seq) {
            ackNow |= segment.seq < acknowledged;
            return;
        }
        long from = Math.max(segment.seq, next);
        long to = Math.min(segment.seq + segment.length, edge);
        if (segment.has(Segment.FIN) && to == segment.seq + segment.length) {
            finAt = to;
        }
        if (from < to) {
            take(from, to, nowNanos);
        } else if (from > next || segment.end() <= next || finAt == NEVER) {
            ackNow = true;
        }
        if (next == finAt) {
            next++;
            ackNow = true;
            end.user().finArrived();
        }
    }

    private void take(long from, long to, long nowNanos) {
        if (from > next) {
            hold(from, to);
            return;
        }
        next = to;
        if (held != null) {
            ackNow = true;
            next = held.advance(to);
            if (held.isEmpty()) {
                held = null;
            }
        } else {
            delay(nowNanos);
        }
        end.user().arrived(next);
    }

    /** Something is missing: the sender hears at once (RFC 5681 section 4.2). */
    private void hold(long from, long to) {
        if (held == null) {
            held = new Reassembly();
        }
        held.add(from, to);
        ackNow = true;
        end.user().arrivedEarly(from, to);
    }

    /** RFC 1122 section 4.2.3.2. */
    private void delay(long nowNanos) {
        if (next - acknowledged >= (long) end.settings().delayedAckSegments() * end.mss()) {
            ackNow = true;
        } else if (delayedUntilNanos == NEVER) {
            delayedUntilNanos = nowNanos + end.settings().delayedAckNanos();
        }
    }

    void timedOut() {
        delayedUntilNanos = NEVER;
        ackNow = true;
    }

    /** The program has read {@code bytes} more; a window that opens widely is told at once (RFC 9293 section 3.8.6.2.2). */
    void read(long bytes) {
        read += bytes;
        ackNow |= read + bufferBytes - edge >= wideBytes() && !isFinReceived();
    }

    private long wideBytes() {
        return Math.max(1, Math.min(bufferBytes / 2, Math.max(2 * end.mss(), bufferBytes / 4)));
    }

    /**
     * Fills in what every segment says of this half; that is an acknowledgement. A segment full of data has no room for SACK
     * blocks: what is to be told of them at once still needs a segment of its own.
     */
    void report(Segment segment) {
        segment.ack = next;
        segment.windowBytes = (int) (advertise() - next);
        if (end.usesTimestamps()) {
            segment.timestamps = true;
            segment.tsEchoNanos = recentNanos;
        }
        boolean told = true;
        if (held != null && end.usesSack()) {
            int most = segment.timestamps ? Segment.MAX_SACK_BLOCKS - 1 : Segment.MAX_SACK_BLOCKS;
            int fit = segment.length == 0 ? most : Segment.sackBlocksIn(end.mss() - segment.length);
            held.report(segment, Math.min(most, fit));
            told = fit >= most;
        }
        acknowledged = next;
        delayedUntilNanos = NEVER;
        ackNow &= !told;
    }

    /**
     * Receiver's silly window avoidance: the edge moves by a segment or half the buffer at least (RFC 9293 section 3.8.6.2.2).
     * While something is missing it moves only widely, so that acknowledgements count as duplicates (RFC 5681 section 2).
     */
    private long advertise() {
        if (!end.maySendData()) {
            return edge;
        }
        long room = read + bufferBytes;
        int unit = end.windowScale();
        long offered = next + (Math.max(0, room - next) >> unit << unit);
        long step = held == null ? Math.min(end.mss(), Math.max(1, bufferBytes / 2)) : wideBytes();
        if (offered - edge >= step) {
            edge = offered;
        } else {
            long rest = Math.max(0, edge - next);
            edge = next + (rest + (1L << unit) - 1 >> unit << unit);
        }
        return edge;
    }

    /** The first timestamp, and window, of the peer. */
    void open(Segment syn) {
        recentNanos = syn.tsValueNanos;
    }

    /** Nothing more is received. */
    void stop() {
        delayedUntilNanos = NEVER;
        held = null;
    }
}
