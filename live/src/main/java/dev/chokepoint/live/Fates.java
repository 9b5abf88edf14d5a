package dev.chokepoint.live;

import dev.chokepoint.host.world.Impairment;
import dev.chokepoint.host.world.SeededRandom;

/**
 * Draws what becomes of the datagrams in one link direction. One that is lost in part is lost; it comes twice when each part does,
 * and is held back when any part is. Not thread-safe.
 */
final class Fates {
    private final Impairment impairment;
    private final SeededRandom random;
    private long lastDueNanos = Long.MIN_VALUE;

    Fates(Impairment impairment, long seed, String link) {
        this.impairment = impairment;
        this.random = new SeededRandom(seed, link + " packets");
    }

    /** How many of a datagram's packets are lost; one is enough to lose it. */
    int lost(int packets) {
        return count(packets, impairment.loss());
    }

    /** How many times a datagram arrives of whose packets none is lost: 1 or 2. */
    int copies(int packets) {
        return count(packets, impairment.duplicate()) == packets ? 2 : 1;
    }

    /** When a copy of a datagram of so many packets arrives that would do so at {@code dueNanos}: never before an earlier one. */
    long dueNanos(int packets, long dueNanos) {
        long inOrder = Math.max(dueNanos, lastDueNanos);
        if (count(packets, impairment.reorder()) > 0) {
            return inOrder + impairment.reorderNanos();
        }
        lastDueNanos = inOrder;
        return inOrder;
    }

    private int count(int packets, double fraction) {
        int happened = 0;
        for (int i = 0; i < packets && fraction > 0; i++) {
            happened += random.nextDouble() < fraction ? 1 : 0;
        }
        return happened;
    }
}
