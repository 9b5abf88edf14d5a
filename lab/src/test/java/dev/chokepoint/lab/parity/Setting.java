package dev.chokepoint.lab.parity;

/** Where a suite runs: in which world, over which kind of way, and with which defect built in. */
record Setting(WorldKind kind, Way way, Breakage breakage) {
    /** What lies between the client's host and the server's. */
    enum Way {
        /** Nothing: they reach each other at once. */
        DIRECT,
        /** A link with latency, jitter, bandwidth and a bounded queue. */
        LINK,
        /** The same, and packets are lost, doubled and overtaken; for streams over TCP. */
        LOSSY;

        /** Where it exists. */
        boolean suits(WorldKind kind) {
            return this != LOSSY || kind == WorldKind.TCP;
        }
    }

    @Override
    public String toString() {
        return kind + " " + way + (breakage == Breakage.NONE ? "" : " broken by " + breakage);
    }
}
