package dev.chokepoint.live;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Threads that read for one connection each. Any thread. */
sealed interface ConnectionThreads {
    /** Starts one; false when there can't be another. */
    boolean start(Runnable body);

    /** CPU time beyond that of the lane's own platform threads. */
    long cpuNanos();

    /** One of them had the lane for so long. */
    void turned(long nanos);

    /** Waits for those that the lane's own platform threads don't include, a few seconds at most. */
    void awaitEnded();

    /** Platform threads: the kernel's, with a stack of their own. */
    record Platform(LaneThreads threads, ThreadBudget budget) implements ConnectionThreads {
        @Override
        public boolean start(Runnable body) {
            if (!budget.take()) {
                return false;
            }
            try {
                threads.newThread(() -> run(body)).start();
                return true;
            } catch (OutOfMemoryError e) { // the kernel or a container allows no more threads
                budget.giveBack();
                return false;
            }
        }

        private void run(Runnable body) {
            try {
                body.run();
            } finally {
                budget.giveBack();
            }
        }

        @Override
        public long cpuNanos() {
            return 0; // the lane's threads are counted already
        }

        @Override
        public void turned(long nanos) {}

        @Override
        public void awaitEnded() {}
    }

    /** Virtual threads, bounded by the sockets. */
    record Virtual(Carriers carriers, AtomicLong turnNanos, AtomicLong alive) implements ConnectionThreads {
        Virtual(Carriers carriers) {
            this(carriers, new AtomicLong(), new AtomicLong());
        }

        @Override
        public boolean start(Runnable body) {
            alive.incrementAndGet();
            Thread.startVirtualThread(() -> {
                try {
                    carriers.noteCurrent();
                    body.run();
                } finally {
                    alive.decrementAndGet();
                }
            });
            return true;
        }

        @Override
        public long cpuNanos() {
            return carriers.shareNanos(turnNanos.get());
        }

        @Override
        public void turned(long nanos) {
            turnNanos.addAndGet(nanos);
            carriers.turned(nanos);
        }

        @Override
        public void awaitEnded() {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Loops.STOP_SECONDS_MAX);
            while (alive.get() > 0 && System.nanoTime() - end < 0) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }
}
