package dev.chokepoint.lab.run;

import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.scenario.Scenario;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/**
 * Runs a scenario again and again, one simulation a thread, and pools the results in the order of their numbers: neither the
 * number of threads nor who finishes first changes a figure. Memory does not grow with the number of replications. One thread
 * uses it; the user's progress is only called from there.
 */
final class Replications {
    /** What all replications may have to do together: with as many of the fix, about 5 s of two cores, see {@link Replication#work}. */
    private static final long CHEAP_WORK = 4_000_000;

    private static final int USUAL = 10;
    private static final int PRECISE_MOST = 1_000;
    private static final long PRECISE_NANOS = 300_000_000_000L;
    private static final long POLL_MILLIS = 50;

    private final IntFunction<Trial> trials;
    private final String what;
    private final Watching watching;
    private final RunProgress progress;
    private final long durationNanos;
    private final int threads;
    private final long begun = System.nanoTime();
    private final Deque<Running> running = new ArrayDeque<>();
    private final Pool pool;
    private int started;
    private boolean cut;
    private volatile boolean stopped;

    /** One replication under way; its own thread says how far it is and asks whether to stop. */
    private final class Share implements RunProgress {
        private volatile double fraction;

        @Override
        public void step(String ignored, double done) {
            fraction = done;
        }

        @Override
        public boolean stopped() {
            return stopped;
        }
    }

    private record Running(Share share, Future<Replication> future) {}

    private Replications(
            Scenario scenario,
            IntFunction<Trial> trials,
            Watching watching,
            String what,
            RunProgress progress,
            int threads) {
        this.watching = watching;
        this.trials = trials;
        this.what = what;
        this.progress = progress;
        this.threads = threads;
        this.durationNanos = scenario.durationNanos();
        this.pool = new Pool(scenario);
    }

    /**
     * Runs as many as a plan wants, on all cores.
     *
     * @param scenario what to run
     * @param plan how often
     * @param what to call it in progress messages
     * @param progress told how it goes; when it asks to stop, whole replications count and a first one that was cut short
     * @return all of them in one, without a verified next chokepoint
     */
    static WorldResult run(Scenario scenario, ReplicationPlan plan, String what, RunProgress progress) {
        return watched(Watching.NOTHING, scenario, plan, what, progress);
    }

    /**
     * Runs replications that differ in more than their seeds.
     *
     * @param scenario what they have in common
     * @param trials what each simulates, by its number from 1
     * @param plan how often
     * @param what to call it in progress messages
     * @param progress told how it goes
     * @return all of them in one
     */
    static WorldResult run(
            Scenario scenario, IntFunction<Trial> trials, ReplicationPlan plan, String what, RunProgress progress) {
        return run(
                scenario,
                trials,
                Watching.NOTHING,
                plan,
                what,
                progress,
                Runtime.getRuntime().availableProcessors());
    }

    /** Looks at the first replication closely. */
    static WorldResult watched(
            Watching watching, Scenario scenario, ReplicationPlan plan, String what, RunProgress progress) {
        return run(
                watching, scenario, plan, what, progress, Runtime.getRuntime().availableProcessors());
    }

    static WorldResult run(Scenario scenario, ReplicationPlan plan, String what, RunProgress progress, int threads) {
        return run(Watching.NOTHING, scenario, plan, what, progress, threads);
    }

    private static WorldResult run(
            Watching watching,
            Scenario scenario,
            ReplicationPlan plan,
            String what,
            RunProgress progress,
            int threads) {
        IntFunction<Trial> alike =
                number -> new Trial(scenario.withSeed(ReplicationPlan.seed(scenario.seed(), number)));
        return run(scenario, alike, watching, plan, what, progress, threads);
    }

    private static WorldResult run(
            Scenario scenario,
            IntFunction<Trial> trials,
            Watching watching,
            ReplicationPlan plan,
            String what,
            RunProgress progress,
            int threads) {
        Replications replications = new Replications(scenario, trials, watching, what, progress, threads);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            try {
                replications.follow(plan, executor);
            } finally {
                replications.stopped = true; // of what is left when one failed
            }
        }
        return replications.pool.result(System.nanoTime() - replications.begun);
    }

    private void follow(ReplicationPlan plan, ExecutorService executor) {
        switch (plan) {
            case ReplicationPlan.Fixed fixed -> until(fixed.replications(), executor);
            case ReplicationPlan.Automatic _ -> {
                until(1, executor);
                until(Math.clamp(CHEAP_WORK / Math.max(1, pool.work()), 1, USUAL), executor);
            }
            case ReplicationPlan.UntilPrecise precise -> untilPrecise(precise, executor);
        }
    }

    /** The half-width falls with the root of the number; it is looked at again before that number has doubled. */
    private void untilPrecise(ReplicationPlan.UntilPrecise plan, ExecutorService executor) {
        pool.asked(plan.relative());
        until(USUAL, executor);
        double missing = missing();
        while (missing > 1 && started < PRECISE_MOST && !stopped && !late()) {
            double needed = 1 + started * missing * missing;
            until((int) Math.clamp(needed, started + 1, Math.min(2.0 * started, PRECISE_MOST)), executor);
            missing = missing();
        }
    }

    /** NaN where no number of replications would give an interval: nothing arrived, or there is no steady state. */
    private double missing() {
        return pool.statistics().precision().orElseThrow().missing();
    }

    private boolean late() {
        return System.nanoTime() - begun > PRECISE_NANOS;
    }

    private void until(int target, ExecutorService executor) {
        while (started < target && !stopped || !running.isEmpty()) {
            while (started < target && !stopped && running.size() < 2 * threads) {
                start(executor);
            }
            take(target);
        }
    }

    private void start(ExecutorService executor) {
        Trial one = trials.apply(++started);
        Watching closely = started == 1 ? watching : Watching.NOTHING;
        Share share = new Share();
        running.add(new Running(share, executor.submit(() -> SimRun.run(one, closely, what, share))));
    }

    /** Waits for the oldest one. After a stop it may be cut short: then it counts only when it is the first, alone. */
    private void take(int target) {
        Replication done = await(running.getFirst().future(), target);
        running.removeFirst();
        if (pool.count() == 0 || !cut && !cut(done)) {
            pool.add(done);
            watching.tell(() -> new RunEvent.ReplicationFinished(pool.count(), target, done.summary()));
        }
        cut |= cut(done);
    }

    private boolean cut(Replication done) {
        return done.window().lengthNanos() < durationNanos;
    }

    private Replication await(Future<Replication> oldest, int target) {
        while (true) {
            try {
                return oldest.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                report(target);
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RunException("the simulation was interrupted", e);
            }
        }
    }

    private void report(int target) {
        double done = pool.count()
                + running.stream().mapToDouble(one -> one.share().fraction).sum();
        progress.step(target == 1 ? what : what + ", " + target + " replications", Math.min(1, done / target));
        if (progress.stopped()) {
            stopped = true;
        }
    }

    static RuntimeException failure(Throwable cause) {
        return switch (cause) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new RunException("the simulation failed: " + cause.getMessage(), cause);
        };
    }
}
