package dev.chokepoint.sim;

import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.ResourceUse;

/**
 * One direction of a fleet's access links, all alike: for each address a first-come-first-served queue and a transmitter of
 * its own. A packet's departure is known when it comes, so a link is one number and a packet one event; its stages and the
 * transmitter's use are told in advance. A queue's bytes are counted by how long its transmitter will be busy, which includes
 * what is left of the packet in transmission.
 */
final class AccessHop extends Hop {
    private final boolean upward;
    private final long[] freeAtNanos;

    /** The last arrival at each link's end; only kept where jitter could reorder. */
    private final long[] lastArrivalNanos;

    private final Level busy = new Level();
    private double waitedByteNanos;
    private long waitingMax;

    /**
     * The idle links.
     *
     * @param host the sending end's number
     * @param upward whether it is the one from the fleet
     * @param slots how many links
     */
    AccessHop(SimWorld world, int host, String name, Link.Direction spec, boolean upward, int slots) {
        super(world, host, name, spec);
        this.upward = upward;
        freeAtNanos = new long[slots];
        lastArrivalNanos = new long[spec.jitterNanos() > 0 ? slots : 0];
    }

    private int slot(Packet packet) {
        return (upward ? packet.from() : packet.to()).slot();
    }

    @Override
    void send(Packet packet) {
        int slot = slot(packet);
        long now = engine.nowNanos();
        long begin = Math.max(now, freeAtNanos[slot]);
        int bytes = wireBytes(packet);
        long waiting = waitingBytes(begin - now) + bytes;
        if (begin > now && waiting > spec.queueBytes()) {
            refuse(packet);
            return;
        }
        long end = begin + spec.transmitNanos(bytes);
        freeAtNanos[slot] = end;
        count(bytes, now, begin, end);
        waitingMax = Math.max(waitingMax, begin > now ? waiting : 0);
        accept(packet);
        packet.entered(queueStage, now);
        packet.entered(transmitStage, begin);
        packet.entered(travelStage, end);
        packet.left();
        launch(packet, end);
    }

    private long waitingBytes(long nanos) {
        return nanos == 0 ? 0 : (long) StrictMath.ceil(nanos * (spec.bitsPerSecond() / 8e9));
    }

    private void count(int bytes, long now, long begin, long end) {
        sentBytes += bytes;
        busy.add(1, begin);
        busy.add(-1, end);
        waitedByteNanos += (double) bytes * (begin - now);
    }

    @Override
    void fly(Packet packet, long departedNanos, long delayNanos, boolean heldBack) {
        long at = departedNanos + delayNanos;
        if (lastArrivalNanos.length > 0 && !heldBack) {
            int slot = slot(packet);
            at = Math.max(at, lastArrivalNanos[slot]);
            lastArrivalNanos[slot] = at;
        }
        engine.schedule(at, packet, EventKind.CROSSED);
    }

    @Override
    void fire(EventKind kind) {
        throw new IllegalStateException("access links have no event of their own, but got " + kind);
    }

    @Override
    ResourceUse use() {
        return use(freeAtNanos.length, busy, waitedByteNanos, waitingMax);
    }
}
