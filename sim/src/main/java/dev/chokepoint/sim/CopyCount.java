package dev.chokepoint.sim;

import dev.chokepoint.host.world.Copies;

/** Numbers the copies of a world's messages. */
final class CopyCount {
    private long made;

    /** How many there are so far. */
    long made() {
        return made;
    }

    /** The number of a new copy of a message, or of a copy of it. */
    long next(long message) {
        return Copies.of(message, ++made);
    }

    /** Whether a number is that of a copy of the same message, made after {@code before} others. */
    boolean isNewer(long number, long message, long before) {
        return Copies.which(number) != 0
                && Copies.messageOf(number) == Copies.messageOf(message)
                && Math.floorMod(Copies.which(number) - 2 - before, Copies.MAX) < made - before;
    }
}
