package dev.chokepoint.programs.mesh;

/** The messages that each person heard last, so that none is passed on twice. The oldest make room for new ones. */
final class Remembered {
    private final int window;

    /** Each person's window, one behind the other; a message is there as its number and one, so that 0 is none. */
    private final long[] messages;

    private final int[] next;

    Remembered(int people, int window) {
        this.window = window;
        messages = new long[Math.multiplyExact(people, window)];
        next = new int[people];
    }

    /** Whether it is new to the person; from now on it isn't. */
    boolean add(int person, long message) {
        int base = person * window;
        for (int i = base; i < base + window; i++) {
            if (messages[i] == message + 1) {
                return false;
            }
        }
        messages[base + next[person]] = message + 1;
        next[person] = next[person] + 1 == window ? 0 : next[person] + 1;
        return true;
    }
}
