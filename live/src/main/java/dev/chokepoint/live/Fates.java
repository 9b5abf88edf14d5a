package dev.chokepoint.live;

import dev.chokepoint.host.world.Impairment;
import dev.chokepoint.host.world.SeededRandom;

/**
 * Draws what becomes of the datagrams in one link direction. One that is lost in part is lost; it comes twice when each part does,
 * and is held back when any part is. Not thread-safe.
 */
final class Fates {
    /** What {@link #copies} gives for a datagram that is lost. */
    static final int LOST = 0;

    private final Impairment impairment;
    private final SeededRandom random;
    private long lastDueNanos = Long.MIN_VALUE;

    Fates(Impairment impairment, long seed, String link) {
        this.impairment = impairment;
        this.random = new SeededRandom(seed, link + " packets");
    }

    /** How many times a datagram of so many packets arrives: 0, 1 or 2. */
    int copies(int packets) {
        boolean twice = impairment.duplicate() > 0;
        for (int i = 0; i < packets; i++) {
            if (happens(impairment.loss())) {
                return LOST;
            }
            twice = twice && happens(impairment.duplicate());
        }
        return twice ? 2 : 1;
    }

    /** When a copy of a datagram of so many packets arrives that would do so at {@code dueNanos}: never before an earlier one. */
    long dueNanos(int packets, long dueNanos) {
        boolean held = false;
        for (int i = 0; i < packets; i++) {
            held |= happens(impairment.reorder());
        }
        long inOrder = Math.max(dueNanos, lastDueNanos);
        if (held) {
            return inOrder + impairment.reorderNanos();
        }
        lastDueNanos = inOrder;
        return inOrder;
    }

    private boolean happens(double fraction) {
        return fraction > 0 && random.nextDouble() < fraction;
    }
}
