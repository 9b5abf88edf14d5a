package dev.chokepoint.live;

import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * A lane that many threads work for: whoever has something to tell it takes its lock for a turn. What has to be done at a time,
 * and what other threads ask for, is done by whoever ends a turn, or by the lane's own thread when nobody comes by.
 */
abstract class LockLoop implements JdkLoop {
    static final Runnable NOTHING = () -> {};

    private final LaneThreads threads;
    private final ReentrantLock lock = new ReentrantLock();
    private final Agenda agenda;
    private final Thread keeper;
    private volatile long keeperLooksNanos = System.nanoTime();
    private volatile boolean stopped;

    LockLoop(LaneThreads threads) {
        this.threads = threads;
        this.agenda = new Agenda(threads::failed);
        this.keeper = threads.main(this::keep);
    }

    /** To be called when the subclass is complete. */
    final void begin() {
        keeper.start();
    }

    final LaneThreads threads() {
        return threads;
    }

    final Agenda agenda() {
        return agenda;
    }

    /** Of the lane's lock. */
    final Condition newCondition() {
        return lock.newCondition();
    }

    /** Waits, outside of any turn, until something holds that only turns change. Each of those signals the condition. */
    final void await(Condition condition, BooleanSupplier holds) {
        lock.lock();
        try {
            while (!holds.getAsBoolean()) {
                condition.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A whole turn: nobody else's overlaps it. At its end, when all is done that is due, comes {@code last}. */
    final void locked(Runnable body, Runnable last) {
        lock.lock();
        try {
            body.run();
            agenda.run();
            last.run();
            wakeKeeperInTime();
        } catch (RuntimeException | Error e) {
            threads.failed(e);
        } finally {
            lock.unlock();
        }
    }

    private void wakeKeeperInTime() {
        long wait = Math.min(agenda.waitNanos(), Long.MAX_VALUE / 4);
        long looks = System.nanoTime() + wait;
        boolean isKeeper = Thread.currentThread().equals(keeper);
        if (isKeeper || looks - keeperLooksNanos < 0) {
            keeperLooksNanos = looks;
            if (!isKeeper) {
                LockSupport.unpark(keeper);
            }
        }
    }

    private void keep() {
        while (!stopped) {
            turn(NOTHING);
            long wait = keeperLooksNanos - System.nanoTime();
            if (wait > 0 && !stopped) {
                LockSupport.parkNanos(this, wait);
            }
        }
        turn(NOTHING);
    }

    /** A turn on a thread that must not wait for any socket. */
    abstract void turn(Runnable body);

    @Override
    public final void execute(Runnable task) {
        agenda.add(task);
        if (!isCurrent()) {
            LockSupport.unpark(keeper);
        }
    }

    @Override
    public final Future<?> schedule(long delayNanos, Runnable task) {
        return agenda.schedule(delayNanos, task);
    }

    @Override
    public final boolean isCurrent() {
        return lock.isHeldByCurrentThread();
    }

    @Override
    public void stop() {
        execute(() -> stopped = true);
    }

    @Override
    public void awaitStopped() {
        threads.awaitEnded();
    }
}
