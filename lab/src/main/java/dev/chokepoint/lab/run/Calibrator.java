package dev.chokepoint.lab.run;

import dev.chokepoint.lab.calibrate.Calibration;
import dev.chokepoint.lab.calibrate.CalibrationStore;
import dev.chokepoint.lab.calibrate.Fit;
import dev.chokepoint.lab.calibrate.HeldOut;
import dev.chokepoint.lab.calibrate.Hop;
import dev.chokepoint.lab.calibrate.Row;
import dev.chokepoint.lab.measure.TimePoint;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.live.IoModel;
import dev.chokepoint.live.Transport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures what this machine takes for what the simulator charges: runs the live ask server at several loads and sizes, and
 * fits costs to what its lanes did. Half a minute when brief, else about a minute and a half.
 */
public final class Calibrator {
    private static final String SERVER = "server";
    private static final String CLIENTS = "clients";

    /** Less CPU time than this in a stretch of time says nothing. */
    private static final double CPU_NANOS_MIN = 50_000;

    private static final int WORK_MIN = 5;

    private final CalibrationStore store;
    private final IoModel io;
    private final boolean brief;
    private final RunProgress progress;
    private final List<CalibrationLoad> loads;
    private int done;

    private Calibrator(CalibrationStore store, IoModel io, boolean brief, RunProgress progress) {
        this.store = store;
        this.io = io;
        this.brief = brief;
        this.progress = progress;
        this.loads = CalibrationLoad.all(brief);
    }

    /**
     * Where the calibration for live runs of this machine and build is kept.
     *
     * @param io how servers wait for their sockets
     * @return its place
     */
    public static CalibrationStore store(IoModel io) {
        return CalibrationStore.ofThisMachine(Transport.best().name(), io.name());
    }

    /**
     * Calibrates and keeps the result.
     *
     * @param store where it is kept
     * @param io how servers wait for their sockets
     * @param brief whether fewer and shorter runs must do
     * @param progress told how it goes; may stop it early
     * @return the calibration
     * @throws RunException a run broke, was stopped, or gave too little to fit to
     */
    public static Calibration calibrate(CalibrationStore store, IoModel io, boolean brief, RunProgress progress) {
        Calibration calibration = new Calibrator(store, io, brief, progress).calibration();
        store.keep(calibration);
        return calibration;
    }

    private Calibration calibration() {
        long begun = System.nanoTime();
        List<Row> server = new ArrayList<>();
        List<Row> clients = new ArrayList<>();
        LaneRows heldOut = null;
        WorldResult pingPong = null;
        List<Row> beginnings = new ArrayList<>();
        for (CalibrationLoad load : loads) {
            LiveRun.Made run = run(load);
            LaneRows rows = LaneRows.of(run.units());
            beginnings.add(rows.beginnings().get(SERVER));
            switch (load.use()) {
                case FIT -> {
                    server.addAll(rows.of(SERVER));
                    clients.addAll(rows.of(CLIENTS));
                }
                case HELD_OUT -> heldOut = rows;
                case HOP -> pingPong = run.result();
                case CONNECTS -> {} // its beginning is all that matters
            }
        }
        Fit ofServer = fit(server).withAccepts(beginnings);
        Fit ofClients = fit(clients);
        List<HeldOut> checks = new ArrayList<>();
        checks.addAll(checks(SERVER, ofServer, heldOut));
        checks.addAll(checks(CLIENTS, ofClients, heldOut));
        Calibration withoutHop = new Calibration(
                store.key(),
                Instant.now(),
                brief,
                System.nanoTime() - begun,
                ofServer,
                ofClients,
                new Hop(0, 0, 0),
                checks);
        return withoutHop.withHop(hop(withoutHop, pingPong));
    }

    private LiveRun.Made run(CalibrationLoad load) {
        ScenarioSource source = load.source(io);
        Scenario scenario = source.read();
        LiveRun.Made run = LiveRun.made(scenario, source, Watching.NOTHING, new Part());
        if (progress.stopped()) {
            throw new RunException("the calibration was stopped: nothing is kept of it");
        }
        done++;
        return run;
    }

    /** One run's share of the progress. */
    private final class Part implements RunProgress {
        @Override
        public void step(String what, double fraction) {
            progress.step("calibrating: " + loads.get(done).name(), (done + fraction) / loads.size());
        }

        @Override
        public boolean stopped() {
            return progress.stopped();
        }
    }

    private static Fit fit(List<Row> rows) {
        try {
            return Fit.of(rows.stream().filter(Calibrator::says).toList(), 1);
        } catch (IllegalArgumentException e) {
            throw new RunException(
                    "the calibration failed, most likely because this machine is too busy with other things: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Where next to nothing was done, CPU time is that of something else. */
    private static boolean says(Row row) {
        return row.cpuNanos() > CPU_NANOS_MIN && row.reads() + row.writes() >= WORK_MIN;
    }

    /** Each step of the held-out load by itself. */
    private List<HeldOut> checks(String lane, Fit fit, LaneRows rows) {
        List<HeldOut> checks = new ArrayList<>();
        List<Row> steps = rows.of(lane);
        int stretch = Math.max(1, steps.size() / CalibrationLoad.HELD_OUT_STEPS);
        for (int from = 0; from + stretch <= steps.size(); from += stretch) {
            List<Row> step = steps.subList(from, from + stretch);
            double messages = step.stream().mapToLong(Row::writes).sum();
            if (messages < WORK_MIN) {
                continue; // it never got to it
            }
            checks.add(new HeldOut(
                    lane,
                    rate(step.size(), messages, steps.size()),
                    step.stream().mapToDouble(Row::cpuNanos).sum() / messages,
                    step.stream().mapToDouble(fit::predictedNanos).sum() / messages));
        }
        return checks;
    }

    /** The load's time is cut evenly. */
    private double rate(int rows, double messages, int allRows) {
        double seconds = loads.stream()
                .filter(load -> load.use() == CalibrationLoad.Use.HELD_OUT)
                .findFirst()
                .orElseThrow()
                .seconds();
        return messages / (seconds * rows / allRows);
    }

    /** What the same ping-pong lacks in the twin, for each of its two hops; each stretch of time is one observation. */
    private Hop hop(Calibration calibration, WorldResult live) {
        Scenario scenario = loads.stream()
                .filter(load -> load.use() == CalibrationLoad.Use.HOP)
                .findFirst()
                .orElseThrow()
                .source(io)
                .read();
        double twin = Twin.of(scenario, calibration, new ReplicationPlan.Fixed(1), progress)
                .latency()
                .p50Nanos();
        double[] observed = live.timeline().stream()
                .mapToDouble(TimePoint::p50Nanos)
                .filter(p50 -> p50 > 0)
                .map(p50 -> Math.max(0, (p50 - twin) / 2))
                .sorted()
                .toArray();
        if (observed.length == 0) {
            throw new RunException("the calibration failed: no message of the ping-pong arrived");
        }
        int last = observed.length - 1;
        return new Hop(
                Math.max(0, (live.latency().p50Nanos() - twin) / 2), observed[last / 20], observed[last - last / 20]);
    }
}
