package dev.chokepoint.sim;

import dev.chokepoint.host.world.ResourceUse;

/** How full the receive buffers of one host's datagram sockets are, all together. */
final class DatagramBuffer {
    private final Level waiting = new Level();
    private final Level capacity = new Level();
    private long received;
    private long dropped;

    void opened(int bytes, long nowNanos) {
        capacity.add(bytes, nowNanos);
    }

    void closed(int bytes, long nowNanos) {
        capacity.add(-bytes, nowNanos);
    }

    void add(int bytes, long nowNanos) {
        waiting.add(bytes, nowNanos);
        received++;
    }

    void remove(int bytes, long nowNanos) {
        waiting.add(-bytes, nowNanos);
    }

    void dropped() {
        dropped++;
    }

    /** What it has done; what waits in a buffer also uses it. */
    ResourceUse use(String name, long nowNanos) {
        double integral = waiting.integral(nowNanos);
        return new ResourceUse(
                name,
                ResourceUse.Kind.DATAGRAM_BUFFER,
                capacity.max(),
                integral,
                received,
                integral,
                waiting.max(),
                dropped);
    }
}
