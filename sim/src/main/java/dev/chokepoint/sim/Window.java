package dev.chokepoint.sim;

/**
 * Flow control of one direction of a stream, as its sender sees it: how many bytes are on their way or unread, and when it
 * will hear that some were read. That news needs no event unless the sender waits for it.
 */
final class Window {
    private final LongRing creditTimes = new LongRing();
    private final LongRing creditBytes = new LongRing();
    private final WindowUse use;
    private long limitBytes;
    private long usedBytes;

    Window(WindowUse use) {
        this.use = use;
    }

    /** The receiver allows this many bytes. */
    void open(int bytes) {
        limitBytes = bytes;
    }

    long limitBytes() {
        return limitBytes;
    }

    /** How many bytes may be sent now. */
    long available(long nowNanos) {
        settle(nowNanos);
        return limitBytes - usedBytes;
    }

    void use(long bytes, long nowNanos) {
        usedBytes += bytes;
        use.used().add(bytes, nowNanos);
    }

    /** The sender will hear at {@code atNanos} that {@code bytes} were read. Never earlier than what it was told before. */
    void credit(long bytes, long atNanos) {
        creditTimes.add(atNanos);
        creditBytes.add(bytes);
    }

    /** Counts what the sender has heard by now. */
    void settle(long nowNanos) {
        while (!creditTimes.isEmpty() && creditTimes.get(0) <= nowNanos) {
            long bytes = creditBytes.poll();
            usedBytes -= bytes;
            use.served(bytes);
            use.used().add(-bytes, creditTimes.poll());
        }
    }

    /** When the sender will hear of more room; {@link Long#MAX_VALUE} when nothing was read. */
    long nextCreditNanos() {
        return creditTimes.isEmpty() ? Long.MAX_VALUE : creditTimes.get(0);
    }

    /** Whether everything sent was read, and the sender knows. */
    boolean isIdle() {
        return usedBytes == 0;
    }

    /** The stream is gone: nothing is on its way any more. */
    void drop(long nowNanos) {
        settle(nowNanos);
        use.used().add(-usedBytes, nowNanos);
        usedBytes = 0;
    }
}
