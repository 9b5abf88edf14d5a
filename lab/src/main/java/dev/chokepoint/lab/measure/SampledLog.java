package dev.chokepoint.lab.measure;

import dev.chokepoint.host.world.Copies;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Phase;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The observer of one process of a live run. It measures load and latency of all messages, and notes the stages of every
 * {@code every}-th one, to be merged with the other processes' notes afterwards. Thread-safe.
 */
public final class SampledLog implements Observer {
    /** The stage number that marks a delivery in the notes. */
    static final int DELIVERED = -1;

    /** The stage number that marks a message's beginning; it is noted with {@link Copies#which} saying how many receivers it has. */
    static final int INTENDED = -2;

    /** The stage number that marks the beginning of a copy, lower by what tells its original from others. */
    static final int COPIED = -3;

    private static final int NOTES_MAX = 1 << 24;

    private final int every;
    private final boolean copies;
    private final Stages stages = new Stages();
    private final LoadMeter load;
    private long[] messages = new long[1024];
    private long[] times = new long[1024];
    private int[] stageNumbers = new int[1024];
    private int count;
    private long dropped;

    /**
     * An empty log.
     *
     * @param window what counts
     * @param every 1 notes the stages of every message
     * @param copies whether messages have several receivers, so that each copy is noted by itself
     */
    public SampledLog(Window window, int every, boolean copies) {
        this.every = every;
        this.copies = copies;
        load = new LoadMeter(window);
    }

    @Override
    public synchronized int stage(Phase phase, String place) {
        return stages.number(phase, place);
    }

    @Override
    public boolean followsCopies(long message) {
        return copies && message % every == 0;
    }

    @Override
    public synchronized void intended(long message, long atNanos, int receivers) {
        load.intended(message, atNanos, receivers);
        enter(Copies.of(message, receivers - 1L), INTENDED, atNanos);
    }

    @Override
    public void copied(long original, long copy, long atNanos) {
        enter(copy, COPIED - Copies.which(original), atNanos);
    }

    @Override
    public void enter(long message, int stage, long atNanos) {
        if (Copies.messageOf(message) % every == 0) {
            note(message, stage, atNanos);
        }
    }

    @Override
    public synchronized void delivered(long message, long atNanos) {
        if (load.delivered(message, atNanos) != LoadMeter.UNKNOWN) {
            enter(message, DELIVERED, atNanos);
        }
    }

    @Override
    public synchronized void failed(long message, String error, long atNanos) {
        load.failed(message, error, atNanos);
    }

    private synchronized void note(long message, int stage, long atNanos) {
        if (count == NOTES_MAX) {
            dropped++;
            return;
        }
        if (count == messages.length) {
            messages = Arrays.copyOf(messages, 2 * count);
            times = Arrays.copyOf(times, 2 * count);
            stageNumbers = Arrays.copyOf(stageNumbers, 2 * count);
        }
        messages[count] = message;
        times[count] = atNanos;
        stageNumbers[count++] = stage;
    }

    /**
     * Deliveries that are missing.
     *
     * @return 0 or more
     */
    public synchronized long underWay() {
        return load.underWay();
    }

    /**
     * What was counted so far.
     *
     * @return the record
     */
    public synchronized LoadRecord loadRecord() {
        return load.record();
    }

    /**
     * How the load got on up to the end of an interval.
     *
     * @param interval the one that has just ended
     * @return what was counted
     */
    public synchronized LoadProgress progress(int interval) {
        return load.progress(interval);
    }

    /**
     * Notes that did not fit and were dropped.
     *
     * @return 0 or more
     */
    public synchronized long dropped() {
        return dropped;
    }

    /**
     * Writes the notes to a file, for {@link MergedLogs}.
     *
     * @param file created or replaced
     * @throws IOException the file can't be written
     */
    public synchronized void write(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(stages.count());
            for (Stages.Stage stage : stages.list()) {
                out.writeUTF(stage.phase().name());
                out.writeUTF(stage.place());
            }
            out.writeInt(count);
            for (int i = 0; i < count; i++) {
                out.writeLong(times[i]);
                out.writeLong(messages[i]);
                out.writeInt(stageNumbers[i]);
            }
        }
    }
}
