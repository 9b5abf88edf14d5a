package dev.chokepoint.sim.pcap;

import java.nio.ByteBuffer;

/**
 * A UDP header (RFC 768).
 *
 * @param fromPort the sender's port
 * @param toPort the receiver's port
 */
public record UdpHeader(int fromPort, int toPort) {
    static final int BYTES = 8;

    /** Appends this header with its checksum, in which 0 would mean that there is none. */
    void write(ByteBuffer target, IpHeader ip, ByteBuffer payload) {
        int start = target.position();
        int bytes = BYTES + payload.remaining();
        target.putShort((short) fromPort)
                .putShort((short) toPort)
                .putShort((short) bytes)
                .putShort((short) 0);
        long sum = ip.pseudoHeaderSum(Protocol.UDP, bytes)
                + Checksum.sum(target, start, start + BYTES)
                + Checksum.sum(payload);
        int checksum = Checksum.of(sum);
        target.putShort(start + 6, (short) (checksum == 0 ? 0xffff : checksum));
    }
}
