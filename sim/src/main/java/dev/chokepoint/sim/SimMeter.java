package dev.chokepoint.sim;

import dev.chokepoint.host.Meter;
import dev.chokepoint.host.world.Copies;
import dev.chokepoint.host.world.Observer;
import java.util.Arrays;

/** A lane's marks, stamped with the lane's clock. */
final class SimMeter implements Meter {
    private final Lane lane;
    private final Stages stages;
    private final Observer observer;

    /** The messages of this turn, in the order they were worked on; the last one is the current one. */
    private long[] messages = new long[4];

    private boolean[] settled = new boolean[4];
    private int count;

    /** Copies that were made before the program began to work on the current message. */
    private long copiesBefore;

    /** The messages of the bytes that the program is being given: where the last byte of each lies among them. */
    private long[] given = new long[4];

    private int[] givenEnds = new int[4];
    private int givenCount;

    /** Whether the program passes on what it is given, and how much of it, and of its messages, it has passed on. */
    private boolean relaying;

    private long relayedBytes;
    private int relayedCount;

    private final CopyCount copies;

    SimMeter(Lane lane, Stages stages, Observer observer, CopyCount copies) {
        this.lane = lane;
        this.copies = copies;
        this.stages = stages;
        this.observer = observer;
    }

    @Override
    public void intended(long message, long atNanos, int receivers) {
        if (atNanos > lane.clockNanos()) {
            throw new IllegalArgumentException("message " + message + " is intended at " + atNanos
                    + " ns: must not be after nanoTime, " + lane.clockNanos() + " ns");
        }
        observer.intended(message, atNanos, receivers);
        stages.source().enter(message, atNanos);
    }

    @Override
    public void working(long message) {
        relaying = false;
        work(meant(message));
    }

    @Override
    public void relaying() {
        relaying = true;
        relayedBytes = 0;
        relayedCount = 0;
        for (int i = 0; i < givenCount; i++) {
            work(given[i]);
        }
    }

    private void work(long message) {
        if (count == messages.length) {
            messages = Arrays.copyOf(messages, 2 * count);
            settled = Arrays.copyOf(settled, 2 * count);
        }
        messages[count] = message;
        settled[count++] = false;
        copiesBefore = copies.made();
        stages.cpu().enter(message, lane.clockNanos());
    }

    @Override
    public void delivered(long message) {
        long meant = meant(message);
        settle(meant);
        observer.delivered(meant, lane.clockNanos());
    }

    @Override
    public void failed(long message, String error) {
        settle(meant(message));
        observer.failed(message, error, lane.clockNanos());
    }

    /** The message, or the copy of it whose bytes the program is being given. */
    private long meant(long message) {
        for (int i = 0; i < givenCount; i++) {
            if (given[i] != message && Copies.messageOf(given[i]) == message) {
                return given[i];
            }
        }
        return message;
    }

    private void settle(long message) {
        for (int i = count - 1; i >= 0; i--) {
            if (messages[i] == message) {
                settled[i] = true;
            }
        }
    }

    /** Forgets the messages of the bytes that the program was given before. */
    void given() {
        givenCount = 0;
        relaying = false;
    }

    /** The program is about to be given bytes; the one before {@code end} is the last of a message. */
    void given(long message, int end) {
        if (givenCount == given.length) {
            given = Arrays.copyOf(given, 2 * givenCount);
            givenEnds = Arrays.copyOf(givenEnds, 2 * givenCount);
        }
        given[givenCount] = message;
        givenEnds[givenCount++] = end;
    }

    /** Whether the program works on a message, which owns what it sends. */
    boolean isWorking() {
        return count > 0 && !relaying;
    }

    /** Whether a message owns some of the next so many bytes of a stream. */
    boolean owns(int bytes) {
        return relaying ? relayedCount < givenCount && givenEnds[relayedCount] <= relayedBytes + bytes : count > 0;
    }

    /** Marks the bytes of a stream that have just been sent, up to {@code end}; only if some are {@linkplain #owns owned}. */
    void mark(Marks marks, int bytes, long end) {
        if (!relaying) {
            marks.add(continues(marks) ? marks.last() : sending(), end);
            return;
        }
        long before = relayedBytes;
        while (owns(bytes)) {
            settle(given[relayedCount]);
            marks.add(given[relayedCount], end - bytes + (givenEnds[relayedCount] - before));
            relayedCount++;
        }
    }

    /** Whether the stream's last bytes are of a copy that this is more of. */
    private boolean continues(Marks marks) {
        return !marks.isEmpty() && copies.isNewer(marks.last(), messages[count - 1], copiesBefore);
    }

    /** So many bytes of a stream have been sent. */
    void sent(int bytes) {
        relayedBytes += bytes;
    }

    /** The message, or a new copy of it, whose bytes are about to be sent; only while {@link #isWorking}. */
    long sending() {
        settled[count - 1] = true;
        long message = messages[count - 1];
        if (!observer.followsCopies(Copies.messageOf(message))) {
            return message;
        }
        long copy = copies.next(message);
        observer.copied(message, copy, lane.clockNanos());
        return copy;
    }

    /** The callback is over: what it worked on and neither sent nor settled, the program keeps. */
    void endOfTurn() {
        for (int i = 0; i < count; i++) {
            if (!settled[i]) {
                stages.held().enter(messages[i], lane.clockNanos());
            }
        }
        count = 0;
        given();
    }
}
