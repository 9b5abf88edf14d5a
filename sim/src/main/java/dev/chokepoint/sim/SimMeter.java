package dev.chokepoint.sim;

import dev.chokepoint.host.Meter;
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

    SimMeter(Lane lane, Stages stages, Observer observer) {
        this.lane = lane;
        this.stages = stages;
        this.observer = observer;
    }

    @Override
    public void intended(long message, long atNanos) {
        if (atNanos > lane.clockNanos()) {
            throw new IllegalArgumentException("message " + message + " is intended at " + atNanos
                    + " ns: must not be after nanoTime, " + lane.clockNanos() + " ns");
        }
        observer.intended(message, atNanos);
        stages.source().enter(message, atNanos);
    }

    @Override
    public void working(long message) {
        if (count == messages.length) {
            messages = Arrays.copyOf(messages, 2 * count);
            settled = Arrays.copyOf(settled, 2 * count);
        }
        messages[count] = message;
        settled[count++] = false;
        stages.cpu().enter(message, lane.clockNanos());
    }

    @Override
    public void delivered(long message) {
        settle(message);
        observer.delivered(message, lane.clockNanos());
    }

    @Override
    public void failed(long message, String error) {
        settle(message);
        observer.failed(message, error, lane.clockNanos());
    }

    private void settle(long message) {
        for (int i = count - 1; i >= 0; i--) {
            if (messages[i] == message) {
                settled[i] = true;
            }
        }
    }

    /** Whether the program works on a message, which owns what it sends. */
    boolean isWorking() {
        return count > 0;
    }

    /** The message whose bytes are being sent; only while {@link #isWorking}. */
    long sending() {
        settled[count - 1] = true;
        return messages[count - 1];
    }

    /** The callback is over: what it worked on and neither sent nor settled, the program keeps. */
    void endOfTurn() {
        for (int i = 0; i < count; i++) {
            if (!settled[i]) {
                stages.held().enter(messages[i], lane.clockNanos());
            }
        }
        count = 0;
    }
}
