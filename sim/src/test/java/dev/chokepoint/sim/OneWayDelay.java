package dev.chokepoint.sim;

/**
 * How long TCP segments with data take from their sender's IP layer to that of {@link Dumbbell}'s receiver. A segment's timestamp
 * says when it was sent.
 */
public final class OneWayDelay {
    private static final String LAST_HOP = "access r1->n1";

    private final long warmUpNanos;
    private double sumNanos;
    private long count;

    private OneWayDelay(long warmUpNanos) {
        this.warmUpNanos = warmUpNanos;
    }

    /** Watches {@code world} from now on; segments that arrive in the warm-up do not count. */
    public static OneWayDelay of(SimWorld world, long warmUpNanos) {
        OneWayDelay delay = new OneWayDelay(warmUpNanos);
        world.packets().tap(delay::packet);
        return delay;
    }

    /** The last hop is faster than the one before, so nothing ever waits there. */
    private void packet(Hop hop, Packet packet, Tap.Fate fate) {
        if (fate != Tap.Fate.SENT
                || !hop.name.equals(LAST_HOP)
                || !(packet.cargo() instanceof TcpCargo cargo)
                || cargo.segment().length == 0) {
            return;
        }
        long arrival = hop.engine.nowNanos() + hop.spec.transmitNanos(hop.wireBytes(packet)) + hop.spec.latencyNanos();
        if (arrival > warmUpNanos) {
            sumNanos += arrival - cargo.segment().tsValueNanos;
            count++;
        }
    }

    /** The mean, in milliseconds. */
    public double meanMillis() {
        return sumNanos / count / 1e6;
    }
}
