package dev.chokepoint.sim;

/**
 * Which messages a stream's bytes belong to: each mark is a message and the position after its last byte. As that byte moves
 * from stage to stage, so does the message. Stages are passed in the order WINDOW, QUEUE, TRANSMIT, TRAVEL, INBOX; a stage
 * may be left out by all.
 */
final class Marks {
    /** The stages a mark passes, in order. */
    enum Step {
        WINDOW(0),
        QUEUE(1),
        TRANSMIT(2),
        TRAVEL(3),
        INBOX(4);

        private final int index;

        Step(int index) {
            this.index = index;
        }
    }

    private static final int STEPS = Step.values().length;

    private final LongRing ends = new LongRing();
    private final LongRing messages = new LongRing();

    /** How many of the kept marks have passed each step. */
    private final int[] passed = new int[STEPS];

    /** The stream's bytes up to {@code end} belong to {@code message}, from where the mark before it ends. */
    void add(long message, long end) {
        int last = ends.size() - 1;
        if (last >= passed[0] && messages.get(last) == message) {
            ends.setLast(end);
        } else {
            ends.add(end);
            messages.add(message);
        }
    }

    /** The bytes up to {@code position} have passed {@code step}: their messages enter {@code stage}. */
    void pass(Step step, long position, Stage stage, long atNanos) {
        int next = passed[step.index];
        while (next < ends.size() && ends.get(next) <= position) {
            stage.enter(messages.get(next), atNanos);
            next++;
        }
        passed[step.index] = next;
        if (step == Step.INBOX) {
            forget(next);
        }
    }

    private void forget(int count) {
        for (int i = 0; i < count; i++) {
            ends.poll();
            messages.poll();
        }
        for (int i = 0; i < STEPS; i++) {
            passed[i] = Math.max(0, passed[i] - count);
        }
    }

    /** Forgets the marks of bytes that were dropped before they left their lane. */
    void truncate(long position) {
        while (!ends.isEmpty() && ends.get(ends.size() - 1) > position) {
            ends.removeLast();
            messages.removeLast();
        }
    }
}
