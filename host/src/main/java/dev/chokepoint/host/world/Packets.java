package dev.chokepoint.host.world;

/**
 * How a link direction treats packets: TCP segments and datagrams. Ideal streams know no packets and only mind the queue's
 * bytes.
 *
 * @param mtuBytes the largest packet with its IP header, at least 576 (1280 for IPv6; RFC 791, RFC 8200). Larger datagrams are
 *     fragmented (RFC 791 section 2.3); streams send segments that fit
 * @param framingBytes what the link layer adds to each packet on the wire, 0 or more (Ethernet with preamble and gap: 38)
 * @param queuePackets how many packets may wait for the transmitter, at least 1; the queue's bytes bound them too
 * @param impairment what becomes of them besides
 */
public record Packets(int mtuBytes, int framingBytes, int queuePackets, Impairment impairment) {
    /** Ethernet's MTU, no framing counted, as many packets as the queue's bytes allow, unimpaired. */
    public static final Packets DEFAULT = new Packets(1500, 0, Integer.MAX_VALUE, Impairment.NONE);

    /** Checks the numbers. */
    public Packets {
        require(mtuBytes >= 576 && mtuBytes <= 65_535, "MTU", mtuBytes, "B", "576 to 65535");
        require(framingBytes >= 0 && framingBytes <= 1_000, "framing", framingBytes, "B", "0 to 1000");
        require(queuePackets >= 1, "queue", queuePackets, "packets", "at least 1");
    }

    private static void require(boolean holds, String name, long value, String unit, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(name + " " + value + " " + unit + ": must be " + allowed);
        }
    }

    /**
     * A copy with another impairment.
     *
     * @param other the new {@link #impairment()}
     * @return the copy
     */
    public Packets impaired(Impairment other) {
        return new Packets(mtuBytes, framingBytes, queuePackets, other);
    }

    /**
     * A copy with another queue.
     *
     * @param packets the new {@link #queuePackets()}
     * @return the copy
     */
    public Packets queue(int packets) {
        return new Packets(mtuBytes, framingBytes, packets, impairment);
    }
}
