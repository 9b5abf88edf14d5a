package dev.chokepoint.lab.run;

import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioException;
import dev.chokepoint.lab.scenario.ScenarioSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One scenario simulated as often as it takes somebody to be sure: each batch adds replications to those before, with the
 * seeds that {@link ReplicationPlan} gives them, on all cores. Neither the number of cores nor who finishes first changes a
 * figure. One thread uses it; the user's progress is only called from there.
 */
public final class Trials {
    /** What the first batch may have to do together: about 5 s of two cores, see {@link Replication#work}. */
    private static final long CHEAP_WORK = 4_000_000;

    private static final long POLL_MILLIS = 50;

    private final Scenario scenario;
    private final Pool pool;
    private final List<WorldResult> runs = new ArrayList<>();
    private volatile boolean stopped;
    private long elapsedNanos;

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

    /**
     * Nothing is simulated yet.
     *
     * @param scenario what to simulate
     */
    public Trials(Scenario scenario) {
        this.scenario = scenario;
        this.pool = new Pool(scenario);
    }

    /**
     * Simulates so many more times.
     *
     * @param count how often
     * @param progress told how it goes; when it asks to stop, whole replications count
     */
    public void more(int count, RunProgress progress) {
        long begun = System.nanoTime();
        try (ExecutorService executor =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Running> batch = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                batch.add(start(runs.size() + i, executor));
            }
            try {
                batch.forEach(one -> take(await(one.future(), batch, progress)));
            } finally {
                stopped = true; // of what is left when one failed
            }
            stopped = false;
        }
        elapsedNanos += System.nanoTime() - begun;
    }

    private Running start(int number, ExecutorService executor) {
        Scenario one = scenario.withSeed(ReplicationPlan.seed(scenario.seed(), number));
        Share share = new Share();
        return new Running(share, executor.submit(() -> SimRun.run(one, "", share)));
    }

    private void take(Replication done) {
        if (done.window().lengthNanos() == scenario.durationNanos()) {
            pool.add(done);
            runs.add(done.result());
        }
    }

    private Replication await(Future<Replication> oldest, List<Running> batch, RunProgress progress) {
        while (true) {
            try {
                return oldest.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                double done =
                        batch.stream().mapToDouble(one -> one.share().fraction).sum();
                progress.step("simulating", done / batch.size());
                stopped |= progress.stopped();
            } catch (ExecutionException e) {
                throw Replications.failure(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RunException("the simulation was interrupted", e);
            }
        }
    }

    /**
     * Those so far, in the order of their numbers.
     *
     * @return each one's own result; empty when the first batch was stopped
     */
    public List<WorldResult> runs() {
        return List.copyOf(runs);
    }

    /**
     * How many more stay cheap, by what the first one had to do and never by the clock.
     *
     * @param least at least so many
     * @param most at most so many
     * @return in all, those so far included
     * @throws IllegalStateException there is none yet
     */
    public int affordable(int least, int most) {
        if (runs.isEmpty()) {
            throw new IllegalStateException("nothing was simulated yet, so nothing tells what one costs");
        }
        return Math.toIntExact(Math.clamp(CHEAP_WORK / Math.max(1, pool.work()), least, most));
    }

    /**
     * All of them in one.
     *
     * @return without a verified next chokepoint
     */
    public WorldResult pooled() {
        return pool.result(elapsedNanos);
    }

    /**
     * Refuses what can't be run over real sockets, before time is spent.
     *
     * @param scenario what would be run
     * @param source where it came from
     * @throws ScenarioException the scenario has what only the simulator can do
     */
    public static void requireLive(Scenario scenario, ScenarioSource source) {
        Emulation.require(scenario, source.text().file());
    }

    /**
     * Judges a result by its scenario's objectives.
     *
     * @param scenario what was run
     * @param result of it
     * @return one for each objective; none when it is void
     */
    public static List<RunResult.Verdict> verdicts(Scenario scenario, WorldResult result) {
        return Comparison.verdicts(scenario, List.of(result));
    }
}
