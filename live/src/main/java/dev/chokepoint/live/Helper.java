package dev.chokepoint.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A thread that writes for a lane whose own ones can't stop to do so. It never waits for the lane's lock. When a socket keeps it
 * waiting, another one takes its place. Lane only, except what the thread does.
 */
final class Helper {
    private static final long IDLE = 0;

    private final LaneThreads threads;

    /** One thread, which ends when it has had nothing to do for a while. What waits is bounded by the open sockets. */
    private final ThreadPoolExecutor thread;

    private volatile long sinceNanos = IDLE;

    Helper(LaneThreads threads) {
        this.threads = threads;
        this.thread = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        thread.allowCoreThreadTimeOut(true);
    }

    /** Has what a socket has to send written; false when no thread is to be had, and then nothing has changed. */
    boolean write(BlockingSocket socket) {
        WriteQueue bytes = new WriteQueue();
        socket.take(bytes);
        try {
            thread.execute(new Task(this, socket, bytes));
            return true;
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            socket.giveBack(bytes);
            return false;
        }
    }

    private static final class Task implements Runnable {
        private volatile Helper helper;
        private final BlockingSocket socket;
        private final WriteQueue bytes;

        Task(Helper helper, BlockingSocket socket, WriteQueue bytes) {
            this.helper = helper;
            this.socket = socket;
            this.bytes = bytes;
        }

        @Override
        public void run() {
            helper.sinceNanos = System.nanoTime() | 1; // never IDLE
            socket.writeNow(bytes);
            helper.sinceNanos = IDLE;
        }
    }

    boolean isBusy() {
        return sinceNanos != IDLE || !thread.getQueue().isEmpty();
    }

    /** Whether a socket has kept it waiting for so long. */
    boolean isStuck(long nanos) {
        long since = sinceNanos;
        return since != IDLE && System.nanoTime() - since >= nanos;
    }

    /** It is stuck: another one does the rest. The same one as long as there can't be another. */
    Helper replaced() {
        Helper next = new Helper(threads);
        try {
            next.thread.prestartCoreThread();
        } catch (OutOfMemoryError e) { // the kernel or a container allows no more threads
            return this;
        }
        List<Runnable> rest = new ArrayList<>();
        thread.getQueue().drainTo(rest);
        stop();
        for (Runnable each : rest) {
            Task task = (Task) each;
            task.helper = next;
            next.thread.execute(task);
        }
        return next;
    }

    /** No more is written but what it has been given. */
    void stop() {
        thread.shutdown();
    }
}
