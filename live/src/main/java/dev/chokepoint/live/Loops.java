package dev.chokepoint.live;

import dev.chokepoint.host.world.HostSpec;

/** The loops of one host. */
interface Loops {
    /** How long to wait for threads when the world ends. */
    long STOP_SECONDS_MAX = 5;

    LaneLoop lane(int index);

    /** The loop that accepts and receives datagrams: that of the only lane, or one of its own. */
    LaneLoop acceptor();

    /** What is under way is dropped. */
    void stop();

    /** Waits for the threads, a few seconds at most. */
    void awaitStopped();

    static Loops of(HostSpec spec, Surroundings world) {
        return switch (world.io()) {
            case EVENT_LOOP -> new NettyLoops(spec, world.transport());
            case SELECTOR, VIRTUAL, PLATFORM, POOL -> new JdkLoops(spec, world);
        };
    }
}
