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

    /** Of a stream that has none: all that may happen to it is that bytes pass. */
    static final Marks NONE = new Marks();

    /** Each mark's end, times two, plus one once it was dropped or came early: from then on it only waits to be in order. */
    private final LongRing ends = new LongRing();

    private final LongRing messages = new LongRing();

    /** How many of the kept marks have passed each step. */
    private final int[] passed = new int[STEPS];

    /**
     * The stream's bytes up to {@code end} belong to {@code message}, from where the mark before it ends. A message that is sent
     * bit by bit is where its last byte is.
     */
    void add(long message, long end) {
        int last = ends.size() - 1;
        if (last >= 0 && messages.get(last) == message) {
            ends.set(last, end << 1);
            for (int i = 0; i < STEPS; i++) {
                passed[i] = Math.min(passed[i], last);
            }
        } else {
            ends.add(end << 1);
            messages.add(message);
        }
    }

    /** The bytes up to {@code position} have passed {@code step}: their messages enter {@code stage}. */
    void pass(Step step, long position, Stage stage, long atNanos) {
        if (isEmpty()) {
            return;
        }
        int next = passed[step.index];
        while (next < ends.size() && end(next) <= position) {
            stage.enter(messages.get(next), atNanos);
            next++;
        }
        passed[step.index] = next;
    }

    /** The bytes in [from, to) are being read: tells the reader of the messages that end there, and forgets them. */
    void read(long from, long to, SimMeter reader) {
        for (int i = 0; i < ends.size() && end(i) <= to; i++) {
            reader.given(messages.get(i), (int) (end(i) - from));
        }
        discard(to);
    }

    /** Forgets the messages that end by {@code position}. */
    void discard(long position) {
        int count = 0;
        while (count < ends.size() && end(count) <= position) {
            count++;
        }
        forget(count);
    }

    /** Whether it is as good as new. */
    boolean isEmpty() {
        return ends.isEmpty();
    }

    /** The message of the last mark; only if there is one. */
    long last() {
        return messages.get(messages.size() - 1);
    }

    private long end(int index) {
        return ends.get(index) >> 1;
    }

    /** The bytes in [from, to) have come to {@code stage}, for the first time: so do the messages that end there. */
    void enter(long from, long to, Stage stage, long atNanos) {
        int arrived = passed[Step.INBOX.index];
        for (int i = Math.max(arrived, firstAfter(from)); i < ends.size() && end(i) <= to; i++) {
            boolean waits = (ends.get(i) & 1) != 0;
            if (!waits || stage.isRecovery()) {
                stage.enter(messages.get(i), atNanos);
            }
            if (stage.isRecovery()) {
                ends.set(i, ends.get(i) | 1);
            }
        }
    }

    private int firstAfter(long position) {
        int low = 0;
        int high = ends.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (end(middle) > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
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
        while (!ends.isEmpty() && end(ends.size() - 1) > position) {
            ends.removeLast();
            messages.removeLast();
        }
    }
}
