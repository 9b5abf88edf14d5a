package dev.chokepoint.sim.pcap;

/** What an IP packet carries. */
enum Protocol {
    TCP(6, 6),
    UDP(17, 17),
    ICMP(1, 58);

    private final int v4;
    private final int v6;

    Protocol(int v4, int v6) {
        this.v4 = v4;
        this.v6 = v6;
    }

    /** The protocol number in an IP header. */
    int number(boolean isV4) {
        return isV4 ? v4 : v6;
    }
}
