package dev.chokepoint.host.blocking;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One task's thread and the right to run, which is always with either the thread or its lane. Every field is written by
 * whoever has the baton; the semaphores carry them over.
 *
 * <p>A call of the task's is a condition that the lane tests on its own thread: true gives the baton back at once, false
 * leaves the task waiting until {@link #wake} has it tested again.
 */
final class Baton {
    private static final ScopedValue<Baton> CURRENT = ScopedValue.newInstance();
    private static final long STUCK_SECONDS = 2;
    private static final Duration END_WITHIN = Duration.ofSeconds(5);

    private final Tasks lane;
    private final String name;
    private final Thread thread;
    private final Semaphore toTask = new Semaphore(0);
    private final Semaphore toLane = new Semaphore(0);
    private BooleanSupplier call = () -> true;
    private Runnable result = () -> {}; // what the thread does first when it has the baton again
    private boolean done;
    private boolean ended;
    private Optional<Throwable> failure = Optional.empty();

    Baton(Tasks lane, String name, Runnable task) {
        this.lane = lane;
        this.name = name;
        this.thread = Thread.ofVirtual().name(name).unstarted(() -> live(task));
    }

    /** The baton of the task that runs on this thread, if it belongs to that lane. */
    static Baton current(Tasks lane) {
        if (!CURRENT.isBound() || CURRENT.get().lane != lane) {
            throw new IllegalStateException("called from " + Thread.currentThread()
                    + ", which is no task of this lane: start one with BlockingHost.fork");
        }
        return CURRENT.get();
    }

    private void live(Runnable task) {
        toTask.acquireUninterruptibly();
        try {
            if (!ended) {
                ScopedValue.where(CURRENT, this).run(task);
            }
        } catch (Throwable e) { // the lane must hear of anything
            failure = Optional.of(e);
        } finally {
            done = true;
            toLane.release();
        }
    }

    /** Task: has the lane test {@code condition} now and after each wake, and returns once it has been true. */
    void await(BooleanSupplier condition) {
        if (ended) {
            throw new TaskEnded();
        }
        call = condition;
        toLane.release();
        toTask.acquireUninterruptibly();
        if (ended) {
            throw new TaskEnded();
        }
        Runnable first = result;
        result = () -> {};
        first.run();
    }

    /** Task: has the lane compute something at once. */
    <T> T onLane(Supplier<T> computation) {
        Answer<T> answer = new Answer<>(computation);
        await(answer);
        return answer.value();
    }

    private static final class Answer<T> implements BooleanSupplier {
        private final Supplier<T> computation;
        private T value;

        Answer(Supplier<T> computation) {
            this.computation = computation;
        }

        @Override
        public boolean getAsBoolean() {
            value = computation.get();
            return true;
        }

        T value() {
            return value;
        }
    }

    /** Lane: lets the task begin. */
    void begin() {
        thread.start();
        pass();
    }

    /** Lane: something has happened that the task may be waiting for. */
    void wake() {
        if (!done) {
            pass();
        }
    }

    private void pass() {
        while (!done && tested()) {
            toTask.release();
            takeBack();
        }
        if (done) {
            lane.remove(this);
            failure.ifPresent(Baton::rethrow);
        }
    }

    private boolean tested() {
        try {
            return call.getAsBoolean();
        } catch (RuntimeException | Error e) {
            result = () -> rethrow(e); // the caller's own mistake or bad luck: it is told
            return true;
        }
    }

    private static void rethrow(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    private void takeBack() {
        boolean interrupted = false;
        while (true) {
            try {
                if (toLane.tryAcquire(STUCK_SECONDS, TimeUnit.SECONDS)) {
                    break;
                }
                failIfStuck();
            } catch (InterruptedException e) {
                interrupted = true; // not for us: the task has the baton and must give it back first
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A task that computes for long may; one that waits without the lane's knowledge would wait for ever. */
    private void failIfStuck() {
        Thread.State state = thread.getState();
        boolean waits =
                state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING || state == Thread.State.BLOCKED;
        if (waits && toLane.availablePermits() == 0) {
            Throwable where = new Throwable("where " + name + " waits");
            where.setStackTrace(thread.getStackTrace());
            thread.interrupt();
            throw new TaskFailure(
                    name + " waits outside the blocking adapter, for more than " + STUCK_SECONDS
                            + " s: wait with BlockingHost or BlockingConnection only",
                    where);
        }
    }

    /** Lets go of the task: its thread unwinds and ends. The lane must be gone. */
    void end() {
        ended = true;
        toTask.release();
        try {
            if (thread.getState() != Thread.State.NEW && !thread.join(END_WITHIN)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
