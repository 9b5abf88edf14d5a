package dev.chokepoint.sim;

/** Watches the packets of every hop, to write them down. */
interface Tap {
    /** Watches nothing. */
    Tap NONE = (_, _, _) -> {};

    /** What becomes of a packet at a hop. */
    enum Fate {
        /** It goes into the queue and will arrive. */
        SENT,
        /** The queue is full: it is dropped. */
        QUEUE_FULL,
        /** It goes into the queue and will be lost behind the transmitter. */
        LOST,
        /** It will arrive twice. */
        DUPLICATED
    }

    /**
     * A packet is handed to a hop, now.
     *
     * @param hop where
     * @param packet which one; used again later
     * @param fate what becomes of it
     */
    void packet(Hop hop, Packet packet, Fate fate);
}
