package dev.chokepoint.lab.run;

import com.sun.management.OperatingSystemMXBean;
import dev.chokepoint.host.Address;
import dev.chokepoint.lab.measure.ResourceMeter.Snapshot;
import dev.chokepoint.lab.measure.SampledLog;
import dev.chokepoint.lab.measure.Window;
import dev.chokepoint.lab.run.WorkerTalk.Assignment;
import dev.chokepoint.lab.run.WorkerTalk.Go;
import dev.chokepoint.lab.run.WorkerTalk.Order;
import dev.chokepoint.lab.run.WorkerTalk.Role;
import dev.chokepoint.lab.run.WorkerTalk.Word;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.ScenarioText;
import dev.chokepoint.lab.topology.AddressPlan;
import dev.chokepoint.lab.topology.Topology;
import dev.chokepoint.live.IoModel;
import dev.chokepoint.live.LiveWorld;
import dev.chokepoint.live.Transport;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** The main class of a live run's worker process: the server's hosts, or all the clients'. */
public final class WorkerMain {
    private static final int EXIT_ORPHANED = 3;

    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final Recorder lags = new Recorder(3);
    private final ObjectOutputStream words;
    private final Assignment assignment;
    private final Scenario scenario;
    private final Topology topology;
    private Optional<FaultPlan> faults = Optional.empty();
    private boolean asked;
    private long cpuAtStart;
    private long waitedAtStart;

    private WorkerMain(ObjectInputStream in, ObjectOutputStream words) throws IOException, ClassNotFoundException {
        this.words = words;
        assignment = (Assignment) in.readObject();
        ScenarioText text = new ScenarioText(assignment.scenarioFile(), assignment.scenarioText());
        scenario = new ScenarioSource(text, assignment.variation()).read();
        topology = Topology.of(
                scenario, new AddressPlan.Loopback(scenario.family(), assignment.salt(), Path.of(assignment.folder())));
        Thread.ofPlatform().daemon().name("orders").start(() -> readOrders(in));
    }

    /**
     * Takes orders on standard input and reports on standard output.
     *
     * @param args none
     * @throws IOException the run that started it is gone
     * @throws ClassNotFoundException never, both ends are the same build
     */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        ObjectOutputStream words = new ObjectOutputStream(System.out);
        System.setOut(System.err);
        words.flush();
        WorkerMain worker = new WorkerMain(new ObjectInputStream(System.in), words);
        try {
            worker.work();
        } catch (RuntimeException e) {
            e.printStackTrace();
            worker.say(new WorkerTalk.Broken(e.getMessage() == null ? e.toString() : e.getMessage()));
        }
        System.exit(0);
    }

    private void readOrders(ObjectInputStream in) {
        try {
            while (true) {
                orders.put((Order) in.readObject());
            }
        } catch (IOException | ClassNotFoundException e) {
            Runtime.getRuntime().halt(EXIT_ORPHANED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(Word word) throws IOException {
        words.writeObject(word);
        words.flush();
        words.reset();
    }

    private void work() throws IOException {
        WarmUp.run(scenario, Transport.valueOf(assignment.transport()), warmUpAddresses());
        say(new WorkerTalk.Ready());
        if (assignment.role() == Role.SERVER) {
            serve();
        } else {
            generate();
        }
    }

    /** Far from those of the run itself, and each worker's own. */
    private AddressPlan warmUpAddresses() throws IOException {
        Path folder = Files.createDirectory(Path.of(assignment.folder(), "warm-up-" + assignment.role()));
        int salt = (assignment.salt() + (assignment.role() == Role.SERVER ? 20_000 : 40_000)) % RunFolder.SALTS;
        return new AddressPlan.Loopback(scenario.family(), salt, folder);
    }

    private void serve() throws IOException {
        // The server can't know the load's times before it listens; what it observes is told apart by time afterwards.
        SampledLog log = new SampledLog(
                Window.of(0, 0, 1), SampledMessages.every(scenario), SampledMessages.hasCopies(scenario));
        try (LiveWorld world = world(log)) {
            Programs programs = new Programs(scenario);
            Deployment deployment = new Deployment(programs).servers(programs, topology);
            deployment.start(world);
            say(new WorkerTalk.Listening(
                    deployment.entrances().stream().map(Address::toString).toList()));
            Go go = awaitGo();
            faults = Optional.of(new FaultPlan(scenario, deployment, go.loadStartNanos()));
            measure(world, Window.of(go.loadStartNanos(), scenario.warmupNanos(), scenario.durationNanos()), _ -> {});
            while (!asked) {
                asked = pollFinish(Long.MAX_VALUE);
            }
            finish(world, log);
        }
    }

    private void generate() throws IOException {
        Go go = awaitGo();
        Window window = Window.of(go.loadStartNanos(), scenario.warmupNanos(), scenario.durationNanos());
        SampledLog log = new SampledLog(window, SampledMessages.every(scenario), SampledMessages.hasCopies(scenario));
        Programs programs = new Programs(scenario);
        List<Address> entrances = go.entrances().stream().map(Address::parse).toList();
        try (LiveWorld world = world(log)) {
            Deployment deployment = new Deployment(programs).clients(programs, entrances, window, this::recordLag);
            deployment.start(world);
            faults = Optional.of(new FaultPlan(scenario, deployment, window.loadStartNanos()));
            measure(world, window, interval -> say(new WorkerTalk.Counted(log.progress(interval))));
            long deadline = world.nanoTime() + programs.drainNanos();
            while (log.underWay() > 0 && world.nanoTime() < deadline && !asked) {
                asked = pollFinish(10_000_000);
            }
            say(new WorkerTalk.Drained());
            while (!asked) {
                asked = pollFinish(Long.MAX_VALUE);
            }
            finish(world, log);
        }
    }

    private void recordLag(long nanos) {
        lags.recordValue(Math.max(0, nanos));
    }

    private LiveWorld world(SampledLog log) {
        IoModel io = assignment.role() == Role.SERVER ? scenario.server().io() : IoModel.EVENT_LOOP;
        LiveWorld world = new LiveWorld(scenario.seed(), Transport.valueOf(assignment.transport()), io, log);
        topology.build(world);
        return world;
    }

    private Go awaitGo() {
        try {
            return (Go) orders.take();
        } catch (InterruptedException e) {
            throw new RunException("interrupted before the run began", e);
        }
    }

    private boolean pollFinish(long nanos) {
        try {
            return orders.poll(nanos, TimeUnit.NANOSECONDS) != null;
        } catch (InterruptedException e) {
            throw new RunException("interrupted in mid-run", e);
        }
    }

    /** What is told of an interval that is over. */
    private interface Counting {
        void over(int interval) throws IOException;
    }

    /** Samples the resources at the window's moments until the load ends, or the run says to finish. */
    private void measure(LiveWorld world, Window window, Counting counting) throws IOException {
        sampleAt(world, window.loadStartNanos());
        for (long moment : SimRun.moments(window)) {
            if (asked) {
                return;
            }
            sampleAt(world, moment);
            if (window.intervalEndingAt(moment) >= 0) {
                counting.over(window.intervalEndingAt(moment));
            }
            if (moment == window.startNanos() || window.startNanos() == window.loadStartNanos()) {
                beginMeasuring();
            }
        }
    }

    private void beginMeasuring() {
        if (cpuAtStart == 0) {
            cpuAtStart = cpuNanos();
            waitedAtStart = RunQueue.waitedNanos();
            lags.getIntervalHistogram();
        }
    }

    private void sampleAt(LiveWorld world, long moment) throws IOException {
        while (!asked && world.nanoTime() < moment) {
            long next = Math.min(moment, faults.orElseThrow().nextNanos());
            asked = pollFinish(Math.clamp(next - world.nanoTime(), 0, 100_000_000));
            faults.orElseThrow().applyDue(world);
            world.run(0);
        }
        say(new WorkerTalk.Sample(new Snapshot(world.nanoTime(), world.resources()), world.units()));
    }

    private void finish(LiveWorld world, SampledLog log) throws IOException {
        long cpu = cpuNanos() - cpuAtStart;
        long waited = RunQueue.waitedNanos() - waitedAtStart;
        Path notes = Path.of(assignment.folder(), assignment.role() + ".notes");
        log.write(notes);
        Histogram lag = lags.getIntervalHistogram();
        say(new WorkerTalk.Done(
                log.loadRecord(),
                notes.toString(),
                log.dropped(),
                new WorkerTalk.Lag(lag.getValueAtPercentile(50), lag.getValueAtPercentile(99)),
                OwnFootprint.now(cpu),
                waited,
                world.linkLatenessNanos(0.99),
                ProcessHandle.current().pid()));
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
