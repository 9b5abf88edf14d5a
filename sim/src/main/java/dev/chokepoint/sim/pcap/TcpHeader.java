package dev.chokepoint.sim.pcap;

import java.nio.ByteBuffer;

/**
 * A TCP header (RFC 9293 section 3.1).
 *
 * @param fromPort the sender's port
 * @param toPort the receiver's port
 * @param seq the first byte's sequence number, 32 bits
 * @param ack the next byte expected, 32 bits
 * @param flags of {@link #FIN} and the others
 * @param window the window field, 0 to 65535, already shifted by the window scale
 * @param options such as {@link TcpOptionBytes} makes them: whole 4 bytes, at most 40
 */
public record TcpHeader(int fromPort, int toPort, int seq, int ack, int flags, int window, ByteBuffer options) {
    /** No more bytes from the sender. */
    public static final int FIN = 1;

    /** Synchronise sequence numbers. */
    public static final int SYN = 2;

    /** Reset. */
    public static final int RST = 4;

    /** Push. */
    public static final int PSH = 8;

    /** The acknowledgement number counts. */
    public static final int ACK = 16;

    /** Without options. */
    static final int BASE_BYTES = 20;

    private static final int MOST_OPTION_BYTES = 40;

    /** Checks what could not be written. */
    public TcpHeader {
        int bytes = options.remaining();
        if (bytes % 4 != 0 || bytes > MOST_OPTION_BYTES) {
            throw new IllegalArgumentException(bytes + " bytes of TCP options: must be whole words of 4, at most 40");
        }
        if (window < 0 || window > 0xffff) {
            throw new IllegalArgumentException("window " + window + ": must be 0 to 65535");
        }
    }

    int bytes() {
        return BASE_BYTES + options.remaining();
    }

    /** Appends this header with its checksum. */
    void write(ByteBuffer target, IpHeader ip, ByteBuffer payload) {
        int start = target.position();
        target.putShort((short) fromPort).putShort((short) toPort).putInt(seq).putInt(ack);
        target.put((byte) (bytes() / 4 << 4)).put((byte) flags).putShort((short) window);
        target.putShort((short) 0).putShort((short) 0);
        target.put(options.duplicate());
        long sum = ip.pseudoHeaderSum(Protocol.TCP, bytes() + payload.remaining())
                + Checksum.sum(target, start, start + bytes())
                + Checksum.sum(payload);
        target.putShort(start + 16, (short) Checksum.of(sum));
    }
}
