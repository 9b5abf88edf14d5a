package dev.chokepoint.sim.pcap;

import java.nio.ByteBuffer;

/**
 * The options of one TCP header, in the order in which they are added. What NOPs it takes to fill the last word of 4 bytes stand
 * before the last option, where Linux puts them.
 */
public final class TcpOptionBytes {
    private static final byte NOP = 1;

    private final ByteBuffer bytes = ByteBuffer.allocate(40);
    private int last;

    /**
     * Maximum segment size (RFC 9293 section 3.7.1), on a SYN.
     *
     * @param segmentBytes 0 to 65535
     * @return this
     */
    public TcpOptionBytes maximumSegment(int segmentBytes) {
        next().put((byte) 2).put((byte) 4).putShort((short) segmentBytes);
        return this;
    }

    /**
     * Window scale (RFC 7323 section 2), on a SYN.
     *
     * @param shift 0 to 14
     * @return this
     */
    public TcpOptionBytes windowScale(int shift) {
        next().put((byte) 3).put((byte) 3).put((byte) shift);
        return this;
    }

    /**
     * SACK-permitted (RFC 2018 section 2), on a SYN.
     *
     * @return this
     */
    public TcpOptionBytes sackPermitted() {
        next().put((byte) 4).put((byte) 2);
        return this;
    }

    /**
     * Timestamps (RFC 7323 section 3).
     *
     * @param value the sender's clock
     * @param echo the receiver's clock, as last heard
     * @return this
     */
    public TcpOptionBytes timestamps(int value, int echo) {
        next().put((byte) 8).put((byte) 10).putInt(value).putInt(echo);
        return this;
    }

    /**
     * SACK (RFC 2018 section 3).
     *
     * @param edges left and right edge of each block, one after another; at most 4 blocks, 3 beside timestamps
     * @return this
     */
    public TcpOptionBytes sack(int... edges) {
        next().put((byte) 5).put((byte) (2 + edges.length * Integer.BYTES));
        for (int edge : edges) {
            bytes.putInt(edge);
        }
        return this;
    }

    private ByteBuffer next() {
        last = bytes.position();
        return bytes;
    }

    /**
     * What a header takes.
     *
     * @return whole words of 4 bytes
     */
    public ByteBuffer bytes() {
        ByteBuffer before = bytes.duplicate().flip().limit(last);
        ByteBuffer option = bytes.duplicate().flip().position(last);
        ByteBuffer padded = ByteBuffer.allocate((bytes.position() + 3) / 4 * 4).put(before);
        while (padded.remaining() > option.remaining()) {
            padded.put(NOP);
        }
        return padded.put(option).flip();
    }
}
