package dev.chokepoint.sim;

/** Watches the packets of every hop, to write them down. */
interface Tap {
    /** Watches nothing. */
    Tap NONE = (_, _, _, _) -> {};

    /** What happens to a packet at a hop. */
    enum Fate {
        /** Its transmission begins. */
        TRANSMITTED,
        /** The queue is full: it is dropped. */
        QUEUE_FULL,
        /** It is lost behind the transmitter. */
        LOST,
        /** It will arrive twice. */
        DUPLICATED
    }

    /**
     * Something happens to a packet.
     *
     * @param hop where
     * @param packet which one; used again later
     * @param atNanos when
     * @param fate what
     */
    void packet(Hop hop, Packet packet, long atNanos, Fate fate);
}
