package dev.chokepoint.live;

import dev.chokepoint.host.Result;
import dev.chokepoint.host.Work;
import dev.chokepoint.host.world.Phase;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Something that a lane has computed beside it. The message that the lane worked on goes along. */
final class Computation<T> implements Runnable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Lane lane;
    private final OffloadThreads threads;
    private final Work work;
    private final long units;
    private final Callable<T> pure;
    private final Consumer<Result<T>> then;
    private final boolean marked;
    private final long message;

    /** Lane only. */
    Computation(Lane lane, Work work, long units, Callable<T> pure, Consumer<Result<T>> then) {
        this.lane = lane;
        this.threads = lane.host().offload();
        this.work = work;
        this.units = units;
        this.pure = pure;
        this.then = then;
        this.marked = lane.meter().isWorking();
        this.message = lane.meter().message();
    }

    /** Waits for a thread, or is refused. Lane only. */
    void begin() {
        if (marked) {
            lane.meter().sent();
            waits();
        }
        if (!threads.offer(this)) {
            tell(new Result.Refused<>(threads.waitingMax()));
        }
    }

    @Override
    public void run() {
        if (threads.stopped()) {
            return;
        }
        if (marked) {
            enter(lane.meter().stages().cpu());
        }
        long cpuBefore = THREADS.getCurrentThreadCpuTime();
        Result<T> result = compute();
        if (!threads.stopped()) {
            threads.ended(THREADS.getCurrentThreadCpuTime() - cpuBefore);
            if (marked) {
                waits();
            }
            tell(result);
        }
    }

    private Result<T> compute() {
        switch (work) {
            case Work.Synthetic _ -> CpuBurner.burn(units, threads::stopped);
            case Work.Calibrated calibrated -> lane.host().world().work().add(calibrated.name(), units);
        }
        try {
            return new Result.Done<>(pure.call());
        } catch (Exception e) {
            return new Result.Threw<>(e);
        }
    }

    private void waits() {
        enter(lane.meter().stages().observer().stage(Phase.INBOX, lane.host().name()));
    }

    private void enter(int stage) {
        lane.meter().stages().observer().enter(message, stage, System.nanoTime());
    }

    private void tell(Result<T> result) {
        try {
            lane.later(() -> then.accept(result));
        } catch (RejectedExecutionException e) {
            // the world has ended since: nobody is there to be told
        }
    }
}
