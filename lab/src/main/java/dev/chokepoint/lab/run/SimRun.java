package dev.chokepoint.lab.run;

import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.lab.measure.Measurement;
import dev.chokepoint.lab.measure.ResourceMeter;
import dev.chokepoint.lab.measure.ResourceMeter.Snapshot;
import dev.chokepoint.lab.measure.Window;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.Costs;
import dev.chokepoint.lab.scenario.Transport;
import dev.chokepoint.lab.topology.AddressPlan;
import dev.chokepoint.lab.topology.Topology;
import dev.chokepoint.sim.SimCosts;
import dev.chokepoint.sim.SimWorld;
import dev.chokepoint.sim.Streams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Runs a scenario in virtual time. */
final class SimRun {
    /** Where simulated wall clocks start, so that the same seed gives the same run on any day. */
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Scenario scenario;
    private final String what;
    private final RunProgress progress;
    private final ResourceMeter meter = new ResourceMeter();
    private final Traffic traffic;
    private final Watching watching;
    private final Map<String, SimCosts> ownCosts;
    private Optional<ConnectionWatch> watch = Optional.empty();
    private final List<String> notes = new ArrayList<>();
    private Optional<FaultPlan> faults = Optional.empty();
    private Optional<Deployment> deployed = Optional.empty();

    private SimRun(Trial trial, Watching watching, String what, RunProgress progress) {
        this.watching = watching;
        this.scenario = trial.scenario();
        this.traffic = new Traffic(scenario);
        this.ownCosts = trial.costs();
        this.what = what;
        this.progress = progress;
        notes.addAll(LossLaw.notes(scenario));
        notes.addAll(FaultPlan.notes(scenario));
        notes.addAll(SampledMessages.notes(scenario));
        notes.addAll(SampledMessages.followedNotes(scenario));
    }

    /**
     * Runs it once.
     *
     * @param scenario what to run
     * @param what to call it in progress messages
     * @param progress told how it goes
     * @return what was measured, without a verified next chokepoint
     */
    static Replication run(Scenario scenario, String what, RunProgress progress) {
        return run(new Trial(scenario), Watching.NOTHING, what, progress);
    }

    /**
     * Runs it once and looks closely.
     *
     * @param trial what to run
     * @param watching at what
     * @param what to call it in progress messages
     * @param progress told how it goes
     * @return what was measured, without a verified next chokepoint
     */
    static Replication run(Trial trial, Watching watching, String what, RunProgress progress) {
        return new SimRun(trial, watching, what, progress).run();
    }

    private Replication run() {
        long begun = System.nanoTime();
        Programs programs = new Programs(scenario);
        Window window = Window.of(programs.connectNanos(), scenario.warmupNanos(), scenario.durationNanos());
        Measurement measurement = new Measurement(window, SampledMessages.followed(scenario));
        try (SimWorld world = new SimWorld(scenario.seed(), START, costs(), streams(), measurement)) {
            start(world, programs, window);
            Window measured = advance(world, window, measurement);
            if (measured.equals(window)) {
                drain(world, measurement, programs.drainNanos());
            }
            watching.capture().ifPresent(PacketCapture::end);
            deployed.ifPresent(it -> notes.addAll(programs.peers().notes(it.peers())));
            Results results = new Results(
                    scenario,
                    measured,
                    measurement.loadRecord(),
                    measurement.phaseSums(),
                    measurement.stages(),
                    meter,
                    traffic,
                    notes);
            WorldResult result = results.simulation(
                            String.format(Locale.ROOT, "%016x", world.traceHash()), System.nanoTime() - begun)
                    .withConnection(watch.map(ConnectionWatch::trace));
            return new Replication(
                    scenario.seed(),
                    result,
                    results.record(),
                    measurement.series(),
                    measured,
                    Replication.work(world.resources()));
        }
    }

    private void start(SimWorld world, Programs programs, Window window) {
        Topology topology = Topology.of(scenario, new AddressPlan.Virtual(scenario.family()));
        ownCosts.forEach(world::charge);
        scenario.machines().forEach(machine -> world.addMachine(machine.name(), machine.cores()));
        topology.build(world);
        watch = ConnectionWatch.of(scenario, watching.connection(), topology, window);
        watch.ifPresent(world::watch);
        watching.capture().ifPresent(capture -> capture.begin(world, scenario));
        Deployment deployment = new Deployment(programs)
                .servers(programs, topology)
                .clients(programs, topology.entrances(), window, _ -> {});
        deployment.start(world);
        deployed = Optional.of(deployment);
        faults = Optional.of(new FaultPlan(scenario, deployment, window.loadStartNanos()));
    }

    private Window advance(SimWorld world, Window window, Measurement measurement) {
        world.run(window.loadStartNanos() - world.nanoTime());
        snapshot(world);
        for (long to : moments(window)) {
            runTo(world, to);
            snapshot(world);
            tell(window, to, measurement);
            progress.step(what, fraction(window, to));
            if (progress.stopped()) {
                notes.add("stopped early: what was measured so far");
                return window.stoppedAt(to);
            }
        }
        return window;
    }

    private void tell(Window window, long at, Measurement measurement) {
        int interval = window.intervalEndingAt(at);
        if (interval >= 0) {
            watching.tellInterval(scenario, () -> RunEvent.Interval.of(window, measurement.progress(interval), meter));
        }
    }

    private void runTo(SimWorld world, long to) {
        FaultPlan plan = faults.orElseThrow();
        while (plan.nextNanos() <= to) {
            passTo(world, plan.nextNanos());
            plan.applyDue(world);
        }
        passTo(world, to);
    }

    private void passTo(SimWorld world, long to) {
        if (watch.isPresent()) {
            while (to - world.nanoTime() > 0) {
                world.run(Math.min(to - world.nanoTime(), watch.get().stepNanos()));
                watch.get().look(world.nanoTime(), Together.uses(world.resources()));
            }
        } else {
            world.run(to - world.nanoTime());
        }
    }

    /** When resources are looked at: the end of each interval, and the start of the measured window. */
    static List<Long> moments(Window window) {
        List<Long> moments = new ArrayList<>();
        for (int interval = 0; interval < window.intervals(); interval++) {
            moments.add(window.intervalEnd(interval));
        }
        if (!moments.contains(window.startNanos())) {
            moments.add(window.startNanos());
        }
        moments.sort(null);
        moments.removeIf(moment -> moment <= window.loadStartNanos());
        return moments;
    }

    private static double fraction(Window window, long at) {
        return (double) (at - window.loadStartNanos()) / (window.endNanos() - window.loadStartNanos());
    }

    private static void drain(SimWorld world, Measurement measurement, long drainNanos) {
        int steps = 20;
        for (int i = 0; i < steps && measurement.underWay() > 0; i++) {
            world.run(drainNanos / steps);
        }
    }

    private void snapshot(SimWorld world) {
        List<ResourceUse> uses = world.resources();
        meter.add(new Snapshot(world.nanoTime(), Together.uses(uses)));
        traffic.add(world.nanoTime(), uses);
    }

    private Streams streams() {
        return scenario.transport() instanceof Transport.Tcp tcp ? new Streams.Tcp(tcp.options()) : new Streams.Ideal();
    }

    private SimCosts costs() {
        Costs costs = scenario.costs();
        return new SimCosts(
                costs.turnNanos(),
                costs.acceptNanos(),
                costs.readNanos(),
                costs.writeNanos(),
                costs.bytePicos(),
                Map.of());
    }
}
