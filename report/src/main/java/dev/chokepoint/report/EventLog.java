package dev.chokepoint.report;

import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunEvent;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.lab.scenario.Scenario;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * What happens in a run, while it happens: NDJSON, one JSON object a line, described by {@code events.schema.json} beside this
 * class. A thread of its own writes and flushes each line. The run never waits for it: an event that finds the queue full is
 * dropped and counted, and the last event says how many were. A reader that is gone or a full disk ends the writing, not the
 * run. Any thread may tell events.
 */
public final class EventLog implements Consumer<RunEvent>, AutoCloseable {
    /** Names the form of the events; a later form that old readers can't read has another number. */
    public static final String SCHEMA = "chokepoint-events/1";

    private static final int WAITING_MAX = 1_000;
    private static final long PATIENCE_MILLIS = 2_000;

    private final OutputStream out;
    private final BlockingQueue<JsonEvents.Line> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final AtomicLong dropped = new AtomicLong();
    private final JsonEvents lines = new JsonEvents();
    private final Thread writer = Thread.ofPlatform().daemon().name("events").unstarted(this::write);
    private volatile boolean closing;
    private volatile Optional<IOException> failure = Optional.empty();
    private volatile JsonEvents.Line last;

    private EventLog(OutputStream out) {
        this.out = out;
        writer.start();
    }

    /**
     * Writes to a stream, such as standard output.
     *
     * @param out where to; flushed after each line
     * @return the open log
     */
    public static EventLog to(OutputStream out) {
        return new EventLog(out);
    }

    /**
     * Writes to a file, from its start; what was in it is gone.
     *
     * @param file where to; its folder is made if it does not exist
     * @return the open log
     * @throws ReportException it can't be written to
     */
    public static EventLog to(Path file) {
        return WholeFile.explain("events", file, target -> new EventLog(Files.newOutputStream(target)));
    }

    /**
     * The first event: what will run.
     *
     * @param scenario what
     * @param file where it was read from
     * @param worlds where it will run
     */
    public void started(Scenario scenario, String file, Set<World> worlds) {
        offer(new JsonEvents.Line(Instant.now(), new JsonEvents.Started(scenario, file, List.copyOf(worlds))));
    }

    @Override
    public void accept(RunEvent event) {
        offer(new JsonEvents.Line(Instant.now(), new JsonEvents.Told(event)));
    }

    private void offer(JsonEvents.Line line) {
        if (failure.isPresent() || !waiting.offer(line)) {
            dropped.incrementAndGet();
        }
    }

    /**
     * The last event, behind all that wait. Gives a slow reader two more seconds.
     *
     * @param status the exit status
     * @param result what the run gave; empty when it failed
     * @param error why it failed; empty when it didn't
     * @return why events are missing from what was written, in words; empty when none is
     */
    public Optional<String> finish(int status, Optional<RunResult> result, Optional<String> error) {
        last = new JsonEvents.Line(Instant.now(), new JsonEvents.Finished(status, result, error));
        close();
        if (failure.isPresent()) {
            return Optional.of("the events end early: " + failure.get().getMessage());
        }
        if (writer.isAlive()) {
            return Optional.of("the events end early: nobody reads them, " + (waiting.size() + dropped.get())
                    + " were not written");
        }
        return dropped.get() == 0
                ? Optional.empty()
                : Optional.of(dropped.get() + " events are missing: they were not read fast enough");
    }

    /** Writes what waits, for at most two seconds. */
    @Override
    public void close() {
        closing = true;
        try {
            writer.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try (OutputStream open = out) {
            writeUntilClosing(open);
            if (last != null) {
                put(open, last);
            }
        } catch (IOException e) {
            failure = Optional.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeUntilClosing(OutputStream open) throws IOException, InterruptedException {
        while (!closing || !waiting.isEmpty()) {
            JsonEvents.Line line = waiting.poll(20, TimeUnit.MILLISECONDS);
            if (line != null) {
                put(open, line);
            }
        }
    }

    private void put(OutputStream open, JsonEvents.Line line) throws IOException {
        open.write((lines.json(line, dropped.get()) + "\n").getBytes(StandardCharsets.UTF_8));
        open.flush();
    }
}
