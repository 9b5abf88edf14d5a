package dev.chokepoint.report;

import dev.chokepoint.host.Address.Family;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.Link.Direction;
import dev.chokepoint.host.world.Phase;
import dev.chokepoint.host.world.ResourceUse.Kind;
import dev.chokepoint.host.world.SeededRandom;
import dev.chokepoint.lab.diagnose.Diagnosis;
import dev.chokepoint.lab.diagnose.Diagnosis.AnalyticBound;
import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.diagnose.Diagnosis.Next;
import dev.chokepoint.lab.diagnose.Diagnosis.Verification;
import dev.chokepoint.lab.measure.GeneratorFigures;
import dev.chokepoint.lab.measure.Latency;
import dev.chokepoint.lab.measure.LoadFigures;
import dev.chokepoint.lab.measure.PhaseShare;
import dev.chokepoint.lab.measure.ResourceFigures;
import dev.chokepoint.lab.measure.TimePoint;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.lab.run.RunResult.Difference;
import dev.chokepoint.lab.run.RunResult.Verdict;
import dev.chokepoint.lab.scenario.Model;
import dev.chokepoint.lab.scenario.ModelParts;
import dev.chokepoint.lab.scenario.Network;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.App;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Objective;
import dev.chokepoint.lab.scenario.ServerSpec;
import dev.chokepoint.lab.scenario.Transport;
import dev.chokepoint.lab.scenario.Variants;
import dev.chokepoint.lab.topology.Drawing;
import dev.chokepoint.programs.load.ServiceTime;
import dev.chokepoint.programs.load.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A run as the lab gives one: fifty clients ask one server for 1 ms of work, 400 times a second, in both worlds. */
public final class Fixture {
    private static final String UP = "clients clients->server";
    private static final String DOWN = "clients server->clients";
    private static final String LANE = "server lane 0";

    private static final String TEXT = """
            # yaml-language-server: $schema=../docs/reference/scenario.schema.json
            name: ask
            about: Fifty clients ask one server; each answer takes it a millisecond of CPU.
            seed: 42
            duration: 10s
            app: { ask: { request: 200B, response: 10kB, work: { exponential: 1ms } } }
            server: { cores: 1 }
            clients:
              - { name: clients, count: 50, load: { poisson: 400/s }, link: { latency: 10ms, bandwidth: 100Mbit/s } }
            slo:
              - p99 < 29ms
              - errors < 0.1%
            """;

    private Fixture() {}

    /** Both worlds, as they are meant to come out. */
    public static RunResult ask() {
        Scenario scenario = scenario("ask", "Fifty clients ask one server; each answer takes it a millisecond of CPU.");
        WorldResult simulated = world(World.SIMULATION, 1.0);
        WorldResult live = world(World.LIVE, 1.08);
        return new RunResult(
                scenario,
                "examples/ask.yaml",
                TEXT,
                Instant.parse("2026-11-22T18:00:00Z"),
                "Linux 6.18 amd64, 2 cores, JDK 25.0.3",
                drawing(),
                List.of(simulated, live),
                differences(simulated, live),
                verdicts(scenario, simulated, live));
    }

    /** What a user may write, and what a program may say, to break a page. */
    public static RunResult hostile() {
        RunResult good = ask();
        String evil = "<script>alert('x')</script>\u001b[31m & \"quoted\" </title>";
        Drawing drawing = new Drawing(
                List.of(
                        new Drawing.Node(evil, evil, Drawing.Role.SERVER, List.of(LANE)),
                        new Drawing.Node("b", "b", Drawing.Role.CLIENTS, List.of())),
                List.of(new Drawing.Edge(evil, "b", evil, evil, evil)));
        WorldResult first = good.worlds().getFirst();
        WorldResult noted = new WorldResult(
                first.world(),
                first.load(),
                first.latency(),
                List.of(new PhaseShare(Phase.CPU, evil, 1e6, 1, 1e6, 1)),
                List.of(new ResourceFigures(evil, Kind.LANE, 0.5, 1e6, 1000, 0, 0, 0)),
                new Diagnosis(
                        Optional.of(new Chokepoint(evil, 0.5, 1e6, 1000, 0.5, evil)),
                        Optional.empty(),
                        List.of(new AnalyticBound(evil, 1e6, 1000, evil)),
                        false),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("00000000deadbeef"),
                Optional.of(evil),
                List.of(evil),
                1);
        return new RunResult(
                scenario(evil, evil),
                "ex amples/" + evil + ".yaml",
                evil,
                good.startedAt(),
                evil,
                drawing,
                List.of(noted),
                List.of(),
                List.of());
    }

    /** A simulation in which nothing arrived. */
    public static RunResult silent() {
        RunResult good = ask();
        TreeMap<String, Long> errors = new TreeMap<>();
        errors.put("refused", 3_990L);
        errors.put("timed out", 10L);
        WorldResult world = new WorldResult(
                World.SIMULATION,
                new LoadFigures(400, 0, 4_000, 0, 0, 4_000, errors, 10_000_000_000L),
                new Latency(0, 0, 0, 0, 0, 0, 0, List.of()),
                List.of(),
                List.of(new ResourceFigures(LANE, Kind.LANE, 0, 0, Double.POSITIVE_INFINITY, 0, 0, 0)),
                new Diagnosis(Optional.empty(), Optional.empty(), List.of(), false),
                List.of(),
                Optional.of(StatisticsFixture.silence()),
                Optional.empty(),
                Optional.of("00000000deadbeef"),
                Optional.empty(),
                List.of(),
                1_000_000);
        return withWorlds(good, List.of(world));
    }

    /** {@link #ask()} with a live run that is not to be believed. */
    public static RunResult voided() {
        RunResult good = ask();
        WorldResult live = good.worlds().getLast();
        WorldResult bad = copy(
                live,
                live.diagnosis(),
                Optional.of(
                        "The load generator used 93 % of a core: more than 80 %. Lower the rate, or use more cores."));
        return withWorlds(good, List.of(good.worlds().getFirst(), bad));
    }

    static WorldResult copy(WorldResult world, Diagnosis diagnosis, Optional<String> voided) {
        return new WorldResult(
                world.world(),
                world.load(),
                world.latency(),
                world.phases(),
                world.resources(),
                diagnosis,
                world.timeline(),
                world.statistics(),
                world.generator(),
                world.traceHash(),
                voided,
                world.notes(),
                world.elapsedNanos());
    }

    static RunResult withWorlds(RunResult run, List<WorldResult> worlds) {
        boolean both = worlds.size() == 2;
        List<WorldResult.World> names = worlds.stream().map(WorldResult::world).toList();
        return new RunResult(
                run.scenario(),
                run.scenarioFile(),
                run.scenarioText(),
                run.startedAt(),
                run.machine(),
                run.drawing(),
                worlds,
                both ? run.differences() : List.of(),
                run.verdicts().stream().filter(v -> names.contains(v.world())).toList());
    }

    private static Scenario scenario(String name, String about) {
        Direction link = new Direction(10_000_000, 0, 100_000_000, 256 << 10);
        return new Scenario(
                name,
                about,
                42,
                2_000_000_000L,
                10_000_000_000L,
                Model.CENTRAL,
                Family.IPV4,
                new Transport.Ideal(),
                new App.Ask(200, 10_000, new ServiceTime.Exponential(1_000_000)),
                new ServerSpec(1, 1),
                Network.NONE,
                Optional.empty(),
                ModelParts.STANDARD,
                List.of(),
                List.of(new ClientGroup("clients", 50, new Workload.Poisson(400), 10_000, link, link)),
                List.of(),
                StreamOptions.DEFAULT,
                new Scenario.Costs(2_000, 10_000, 3_000, 5_000, 100),
                List.of(
                        new Objective(Objective.Metric.P99, true, 29e6, "p99 < 29ms"),
                        new Objective(Objective.Metric.ERRORS, true, 0.001, "errors < 0.1%")),
                Variants.NONE);
    }

    private static Drawing drawing() {
        return new Drawing(
                List.of(
                        new Drawing.Node("clients", "50 clients", Drawing.Role.CLIENTS, List.of("clients in flight")),
                        new Drawing.Node(
                                "server", "1 core, 1 lane", Drawing.Role.SERVER, List.of(LANE, "server accept queue"))),
                List.of(new Drawing.Edge("clients", "server", "10 ms, 100 Mbit/s", UP, DOWN)));
    }

    private static WorldResult world(World world, double slower) {
        boolean live = world == World.LIVE;
        Latency latency = LatencyFixture.latency(slower);
        List<ResourceFigures> resources = resources(slower, live);
        TreeMap<String, Long> errors = new TreeMap<>();
        if (live) {
            errors.put("reset", 2L);
        }
        return new WorldResult(
                        world,
                        new LoadFigures(
                                400.3,
                                live ? 399.8 : 400.3,
                                4_003,
                                live ? 3_998 : 4_001,
                                live ? 3 : 2,
                                live ? 2 : 0,
                                errors,
                                10_000_000_000L),
                        latency,
                        phases(slower, latency),
                        resources,
                        diagnosis(slower, live),
                        timeline(slower, live, resources.size() - 1),
                        live ? Optional.empty() : Optional.of(StatisticsFixture.three(latency)),
                        live ? Optional.of(new GeneratorFigures(12_400, 183_000, 0.23, 48_213)) : Optional.empty(),
                        live ? Optional.empty() : Optional.of("9c1f03a77be2d045"),
                        Optional.empty(),
                        live
                                ? List.of(
                                        "The kernel's own buffers hide up to 256 KiB of each connection's send window.")
                                : List.of(),
                        live ? 12_345_000_000L : 231_000_000L)
                .withConnection(live ? Optional.empty() : Optional.of(ConnectionFixture.losing(DOWN)))
                .withHistograms(HistogramsFixture.of(latency, live));
    }

    private static List<PhaseShare> phases(double slower, Latency latency) {
        double tail = latency.p99Nanos() * 1.06;
        List<PhaseShare> phases = new ArrayList<>();
        share(phases, Phase.SOURCE, "clients", 0.02e6, 0.02e6, latency, tail);
        share(phases, Phase.CPU, "clients", 0.01e6, 0.01e6, latency, tail);
        share(phases, Phase.TRANSMIT, UP, 0.016e6, 0.016e6, latency, tail);
        share(phases, Phase.TRAVEL, UP, 10e6, 10e6, latency, tail);
        share(phases, Phase.INBOX, "server", 0.66e6 * slower, 6.1e6 * slower, latency, tail);
        share(phases, Phase.CPU, "server", 1.02e6 * slower, 2.4e6 * slower, latency, tail);
        share(phases, Phase.QUEUE, DOWN, 0.13e6, 0.4e6, latency, tail);
        share(phases, Phase.TRANSMIT, DOWN, 0.8e6, 0.8e6, latency, tail);
        share(phases, Phase.TRAVEL, DOWN, 10e6, 10e6, latency, tail);
        return phases;
    }

    private static void share(
            List<PhaseShare> phases,
            Phase phase,
            String place,
            double mean,
            double slow,
            Latency latency,
            double tail) {
        phases.add(new PhaseShare(phase, place, mean, mean / latency.meanNanos(), slow, slow / tail));
    }

    private static List<ResourceFigures> resources(double slower, boolean live) {
        List<ResourceFigures> all = new ArrayList<>();
        all.add(new ResourceFigures(LANE, Kind.LANE, 0.408 * slower, 1.02e6 * slower, 980.4 / slower, 0.27, 9, 0));
        all.add(new ResourceFigures("server cpu", Kind.CPU, 0.408 * slower, 1.02e6 * slower, 980.4 / slower, 0, 0, 0));
        all.add(new ResourceFigures(UP, Kind.LINK, 0.0064, 16_000, 62_500, 0.4, 600, 0));
        all.add(new ResourceFigures(DOWN, Kind.LINK, 0.32, 0.8e6, 1_250, 1_080, 41_624, 0));
        all.add(new ResourceFigures(
                "server accept queue", Kind.ACCEPT_QUEUE, 0, 0, Double.POSITIVE_INFINITY, 0, 50, 0));
        all.add(new ResourceFigures("server->clients window", Kind.WINDOW, 0.013, 2.3e11, 56_000, 0, 0, 0));
        if (live) {
            all.add(new ResourceFigures("server connections", Kind.CONNECTIONS, 0.049, 2.3e7, 44_521, 0, 0, 0));
        }
        all.add(new ResourceFigures("clients in flight", Kind.CLIENTS, 0.18, 22.4e6, 2_230, 0, 3, 0));
        return all;
    }

    private static Diagnosis diagnosis(double slower, boolean live) {
        Chokepoint first =
                new Chokepoint(LANE, 0.408 * slower, 1.02e6 * slower, 980.4 / slower, 0.287 * slower, "1 / demand");
        Chokepoint next = new Chokepoint(DOWN, 0.32, 0.8e6, 1_250, 0.07, "1 / demand");
        Optional<Verification> verified = live
                ? Optional.empty()
                : Optional.of(new Verification(true, next, 1_241.5, 48_300_000, StatisticsFixture.changes()));
        return new Diagnosis(
                Optional.of(first),
                Optional.of(new Next(next, "server lane 0: 1 -> 10 cores, 1 -> 10 lanes", verified)),
                List.of(
                        new AnalyticBound(LANE, 1.012e6, 988.1, "cores / work"),
                        new AnalyticBound(DOWN, 0.8e6, 1_250, "bandwidth / response"),
                        new AnalyticBound(UP, 16_000, 62_500, "bandwidth / request")),
                false);
    }

    private static List<TimePoint> timeline(double slower, boolean live, int resources) {
        SeededRandom random = new SeededRandom(42, live ? "live" : "simulation");
        List<TimePoint> points = new ArrayList<>();
        for (int i = 1; i <= 24; i++) {
            double offered = 400 + 20 * random.nextGaussian();
            List<Double> used = new ArrayList<>();
            for (int r = 0; r < resources; r++) {
                used.add(0.41 * slower / (r * r + 1) * (1 + 0.06 * random.nextGaussian()));
            }
            points.add(new TimePoint(
                    i * 500_000_000L,
                    offered,
                    offered + 4 * random.nextGaussian(),
                    (long) (22.8e6 * slower * (1 + 0.004 * random.nextGaussian())),
                    (long) (29.3e6 * slower * (1 + 0.05 * random.nextGaussian())),
                    used));
        }
        return points;
    }

    private static List<Difference> differences(WorldResult s, WorldResult l) {
        return List.of(
                difference(
                        "carried", "/s", s.load().carriedPerSecond(), l.load().carriedPerSecond()),
                difference(
                        "latency mean",
                        "ns",
                        s.latency().meanNanos(),
                        l.latency().meanNanos()),
                difference("latency p50", "ns", (double) s.latency().p50Nanos(), (double)
                        l.latency().p50Nanos()),
                difference("latency p90", "ns", (double) s.latency().p90Nanos(), (double)
                        l.latency().p90Nanos()),
                difference("latency p99", "ns", (double) s.latency().p99Nanos(), (double)
                        l.latency().p99Nanos()),
                difference("latency p99.9", "ns", (double) s.latency().p999Nanos(), (double)
                        l.latency().p999Nanos()),
                difference("chokepoint's capacity", "/s", 980.4, 980.4 / 1.08));
    }

    private static Difference difference(String figure, String unit, double simulated, double live) {
        return new Difference(
                World.SIMULATION,
                figure,
                unit,
                simulated,
                simulated * 0.01,
                live,
                simulated == 0 ? Double.NaN : (live - simulated) / simulated);
    }

    private static List<Verdict> verdicts(Scenario scenario, WorldResult simulated, WorldResult live) {
        List<Verdict> verdicts = new ArrayList<>();
        for (WorldResult world : List.of(simulated, live)) {
            double p99 = world.latency().p99Nanos();
            verdicts.add(new Verdict(scenario.objectives().getFirst(), world.world(), p99 < 29e6, p99));
            double errors = (double) world.load().failed() / world.load().intended();
            verdicts.add(new Verdict(scenario.objectives().getLast(), world.world(), errors < 0.001, errors));
        }
        return verdicts;
    }
}
