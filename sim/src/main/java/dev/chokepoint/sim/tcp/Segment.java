package dev.chokepoint.sim.tcp;

/**
 * One TCP segment (RFC 9293 section 3.1). Positions are 64-bit offsets in the stream and never wrap: the first data byte is
 * 0, the SYN is -1, and the FIN takes the offset after the last byte. Mutable, so that its user can keep a pool of them; both
 * ends of a connection only read it after it was sent. Not thread-safe.
 */
public final class Segment {
    /** Opens a connection. */
    public static final int SYN = 2;

    /** {@link #ack} counts. */
    public static final int ACK = 16;

    /** No more data. */
    public static final int FIN = 1;

    /** The connection is gone. */
    public static final int RST = 4;

    /** The last of the data that the program had given. */
    public static final int PSH = 8;

    /** The most SACK blocks that fit beside nothing else (RFC 2018 section 3). */
    public static final int MAX_SACK_BLOCKS = 4;

    /** A header without options. */
    private static final int PLAIN_HEADER_BYTES = 20;

    private static final int TIMESTAMPS_BYTES = 10;
    private static final int MSS_BYTES = 4;
    private static final int SCALE_BYTES = 3;
    private static final int SACK_PERMITTED_BYTES = 2;
    private static final long[] NONE = {};

    /** Any of {@link #SYN}, {@link #ACK}, {@link #FIN}, {@link #RST}, {@link #PSH}. */
    public int flags;

    /** The offset of the first byte (of the SYN or FIN, if that comes first). */
    public long seq;

    /** The next offset that the sender of this segment expects. */
    public long ack;

    /** Payload bytes. */
    public int length;

    /** How many bytes from {@link #ack} on the sender of this segment takes, already scaled. */
    public int windowBytes;

    /** How many SACK blocks there are. */
    public int sackCount;

    /** Whether this carries the timestamps option (RFC 7323 section 3). */
    public boolean timestamps;

    /** When it was sent, in nanoseconds of its sender's clock. */
    public long tsValueNanos;

    /** The {@link #tsValueNanos} that this echoes. */
    public long tsEchoNanos;

    /** On a SYN: the largest payload its sender takes; 0 elsewhere. */
    public int mss;

    /** On a SYN: the binary logarithm of its sender's window unit (RFC 7323 section 2); negative for no such option. */
    public int windowScale;

    /** On a SYN: its sender understands SACK. */
    public boolean sackPermitted;

    /** Whether any of its payload was sent before; knowledge of the sender, not on the wire. */
    public boolean isRetransmission;

    /** Beginnings and ends of the blocks in turn; made when first needed. */
    private long[] sacks = NONE;

    /** A segment that is nothing yet. */
    public Segment() {
        clear();
    }

    /** Makes it nothing again. */
    public void clear() {
        flags = 0;
        seq = 0;
        ack = 0;
        length = 0;
        windowBytes = 0;
        sackCount = 0;
        timestamps = false;
        tsValueNanos = 0;
        tsEchoNanos = 0;
        mss = 0;
        windowScale = -1;
        sackPermitted = false;
        isRetransmission = false;
    }

    /**
     * Takes over another segment, for a network that duplicates it.
     *
     * @param other what this becomes a copy of
     */
    public void copy(Segment other) {
        flags = other.flags;
        seq = other.seq;
        ack = other.ack;
        length = other.length;
        windowBytes = other.windowBytes;
        timestamps = other.timestamps;
        tsValueNanos = other.tsValueNanos;
        tsEchoNanos = other.tsEchoNanos;
        mss = other.mss;
        windowScale = other.windowScale;
        sackPermitted = other.sackPermitted;
        isRetransmission = other.isRetransmission;
        sackCount = other.sackCount;
        if (sackCount > 0) {
            makeRoom();
            System.arraycopy(other.sacks, 0, sacks, 0, 2 * sackCount);
        }
    }

    /**
     * Makes it the answer to a segment that nobody waits for: a reset (RFC 9293 section 3.10.7.1).
     *
     * @param cause what nobody waits for; not itself a reset, which is never answered
     */
    public void refuse(Segment cause) {
        flags = RST | ACK;
        seq = cause.has(ACK) ? cause.ack : 0;
        ack = cause.end();
    }

    /** How many SACK blocks so many bytes hold, with the option's head and its padding. */
    static int sackBlocksIn(int bytes) {
        return Math.max(0, (bytes - 4) / 8);
    }

    /**
     * Adds a SACK block.
     *
     * @param from its first offset
     * @param to the offset after its last
     */
    public void addSack(long from, long to) {
        makeRoom();
        sacks[2 * sackCount] = from;
        sacks[2 * sackCount + 1] = to;
        sackCount++;
    }

    private void makeRoom() {
        if (sacks.length == 0) {
            sacks = new long[2 * MAX_SACK_BLOCKS];
        }
    }

    /**
     * The first offset of a SACK block.
     *
     * @param index its number, from 0
     * @return the offset
     */
    public long sackFrom(int index) {
        return sacks[2 * index];
    }

    /**
     * The offset after a SACK block.
     *
     * @param index its number, from 0
     * @return the offset
     */
    public long sackTo(int index) {
        return sacks[2 * index + 1];
    }

    /**
     * Whether a flag is set.
     *
     * @param flag one of the flags
     * @return true when it is
     */
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /**
     * The offset after everything in it: payload, SYN and FIN.
     *
     * @return the offset
     */
    public long end() {
        return seq + length + (has(SYN) ? 1 : 0) + (has(FIN) ? 1 : 0);
    }

    /**
     * The header with its options, padded once to a multiple of 4 bytes (RFC 9293 section 3.1).
     *
     * @return its size in bytes
     */
    public int headerBytes() {
        int options = timestamps ? TIMESTAMPS_BYTES : 0;
        if (has(SYN)) {
            options += (mss > 0 ? MSS_BYTES : 0)
                    + (windowScale >= 0 ? SCALE_BYTES : 0)
                    + (sackPermitted ? SACK_PERMITTED_BYTES : 0);
        } else if (sackCount > 0) {
            options += 2 + 8 * sackCount;
        }
        return PLAIN_HEADER_BYTES + (options + 3) / 4 * 4;
    }
}
