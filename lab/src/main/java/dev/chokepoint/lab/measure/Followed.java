package dev.chokepoint.lab.measure;

import dev.chokepoint.host.world.Copies;
import java.util.Arrays;

/**
 * The phases of messages and of their copies. A copy begins with the past of its original and goes on by itself; each delivery
 * counts the phases of the copy that was delivered. A message and its copies are forgotten when it has been delivered as often
 * as it was meant to be, or failed. Not thread-safe.
 */
final class Followed {
    private static final int NONE = -1;

    private final Window window;
    private final PhaseMeter phases = new PhaseMeter();
    private final InFlight inFlight = new InFlight();

    /** By slot: the number, and in a message's slot how many deliveries are missing and the slot of its newest copy. */
    private long[] numbers = new long[64];

    private int[] missing = new int[64];
    private int[] newest = new int[64];

    /** By a copy's slot: that of the copy before it. */
    private int[] before = new int[64];

    Followed(Window window) {
        this.window = window;
    }

    void begin(long message, int copies, int stage, long atNanos) {
        int slot = add(message);
        missing[slot] = copies;
        newest[slot] = NONE;
        phases.begin(slot, stage, atNanos);
    }

    private int add(long number) {
        int slot = inFlight.add(number);
        if (slot == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * slot);
            missing = Arrays.copyOf(missing, 2 * slot);
            newest = Arrays.copyOf(newest, 2 * slot);
            before = Arrays.copyOf(before, 2 * slot);
        }
        numbers[slot] = number;
        return slot;
    }

    void copied(long original, long copy) {
        if (inFlight.find(copy) == InFlight.ABSENT) {
            copy(known(original), copy);
        }
    }

    private int copy(int original, long copy) {
        if (original == InFlight.ABSENT) {
            return original;
        }
        int slot = add(copy);
        phases.copy(original, slot);
        int whole = inFlight.find(Copies.messageOf(copy));
        before[slot] = newest[whole];
        newest[whole] = slot;
        return slot;
    }

    /**
     * The slot of a message or a copy. A copy that nobody announced was passed on by somebody who can't tell messages: it continues
     * the newest one that was.
     */
    private int known(long number) {
        int slot = inFlight.find(number);
        if (slot != InFlight.ABSENT || Copies.which(number) == 0) {
            return slot;
        }
        int whole = inFlight.find(Copies.messageOf(number));
        return copy(whole == InFlight.ABSENT || newest[whole] == NONE ? whole : newest[whole], number);
    }

    void enter(long number, int stage, long atNanos) {
        int slot = known(number);
        if (slot != InFlight.ABSENT) {
            phases.enter(slot, stage, atNanos);
        }
    }

    void delivered(long number, long atNanos) {
        int slot = known(number);
        if (slot != InFlight.ABSENT) {
            phases.end(slot, atNanos, window.contains(phases.begunAt(slot)));
            long message = Copies.which(number) == 0 ? number : Copies.messageOf(number);
            if (--missing[inFlight.find(message)] == 0) {
                over(message);
            }
        }
    }

    /** Forgets the message and all its copies. */
    void over(long message) {
        int slot = inFlight.remove(message);
        if (slot != InFlight.ABSENT) {
            for (int copy = newest[slot]; copy != NONE; copy = before[copy]) {
                inFlight.remove(numbers[copy]);
            }
        }
    }

    PhaseSums sums() {
        return phases.sums();
    }
}
