package dev.chokepoint.sim.pcap;

import java.nio.ByteBuffer;

/**
 * The options of one TCP header, in the order in which they are added. Each is preceded by what NOPs put its end on a word of
 * 4 bytes, as Linux does it; a SACK-permitted before timestamps takes the place of their two NOPs.
 */
public final class TcpOptionBytes {
    private static final byte NOP = 1;

    private final ByteBuffer bytes = ByteBuffer.allocate(40);

    /**
     * Maximum segment size (RFC 9293 section 3.7.1), on a SYN.
     *
     * @param segmentBytes 0 to 65535
     * @return this
     */
    public TcpOptionBytes maximumSegment(int segmentBytes) {
        bytes.put((byte) 2).put((byte) 4).putShort((short) segmentBytes);
        return this;
    }

    /**
     * Window scale (RFC 7323 section 2), on a SYN.
     *
     * @param shift 0 to 14
     * @return this
     */
    public TcpOptionBytes windowScale(int shift) {
        align(3);
        bytes.put((byte) 3).put((byte) 3).put((byte) shift);
        return this;
    }

    /**
     * SACK-permitted (RFC 2018 section 2), on a SYN.
     *
     * @return this
     */
    public TcpOptionBytes sackPermitted() {
        bytes.put((byte) 4).put((byte) 2);
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
        align(10);
        bytes.put((byte) 8).put((byte) 10).putInt(value).putInt(echo);
        return this;
    }

    /**
     * SACK (RFC 2018 section 3).
     *
     * @param edges left and right edge of each block, one after another; at most 4 blocks, 3 beside timestamps
     * @return this
     */
    public TcpOptionBytes sack(int... edges) {
        int length = 2 + edges.length * Integer.BYTES;
        align(length);
        bytes.put((byte) 5).put((byte) length);
        for (int edge : edges) {
            bytes.putInt(edge);
        }
        return this;
    }

    private void align(int next) {
        while ((bytes.position() + next) % 4 != 0) {
            bytes.put(NOP);
        }
    }

    /**
     * What a header takes.
     *
     * @return whole words of 4 bytes, a view
     */
    public ByteBuffer bytes() {
        align(0);
        return bytes.duplicate().flip();
    }
}
