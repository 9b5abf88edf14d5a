package dev.chokepoint.sim;

/** One direction from one host to another: how bytes get there. */
abstract class Route extends Actor {
    private final WindowUse windows;

    Route(int host, String from, String to) {
        super(host);
        windows = new WindowUse(from + "->" + to + " window");
    }

    WindowUse windows() {
        return windows;
    }

    /** Propagation delay, without jitter. */
    abstract long latencyNanos();

    /** A stream may have something to send: takes what there is room for, now or as soon as there is. */
    abstract void offer(Outbound out);

    /** Sends a reset, behind what is on its way already. */
    abstract void reset(Outbound out);
}
