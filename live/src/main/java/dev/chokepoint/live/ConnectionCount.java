package dev.chokepoint.live;

import dev.chokepoint.host.world.ResourceUse;

/** How many connections a host has open, over time. Any thread. */
final class ConnectionCount {
    private long now;
    private long opened;
    private long refused;
    private double connectionNanos;
    private long sinceNanos = System.nanoTime();

    synchronized void opened() {
        advance();
        now++;
        opened++;
    }

    synchronized void closed() {
        advance();
        now--;
    }

    /** One could not be made because descriptors had run out. */
    synchronized void refused() {
        refused++;
    }

    private void advance() {
        long nanos = System.nanoTime();
        connectionNanos += (double) now * (nanos - sinceNanos);
        sinceNanos = nanos;
    }

    synchronized ResourceUse use(String host) {
        advance();
        return new ResourceUse(
                host + " connections",
                ResourceUse.Kind.CONNECTIONS,
                Descriptors.limit(),
                connectionNanos,
                opened,
                0,
                0,
                refused);
    }
}
