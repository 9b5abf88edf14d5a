package dev.chokepoint.lab.run;

import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.SeededRandom;
import dev.chokepoint.lab.calibrate.Calibration;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.scenario.BalancerSpec;
import dev.chokepoint.lab.scenario.MachineSpec;
import dev.chokepoint.lab.scenario.ModelParts;
import dev.chokepoint.lab.scenario.ModelParts.BackplaneSpec;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Scenario.LinkSpec;
import dev.chokepoint.lab.scenario.ServerSpec;
import dev.chokepoint.lab.scenario.Transport;
import dev.chokepoint.sim.SimCosts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The simulation of a live run as this machine makes it: all hosts on its cores, streams ideal, and what calibration found for
 * servers, load generators, emulated links and the way between two lanes. Each replication draws these from what the
 * measurements allow, so that the intervals contain how uncertain they are.
 */
final class Twin {
    /** No group or router can be called that. */
    private static final String MACHINE = "this machine";

    /** A chokepoint that is busier makes the tail a matter of this machine's stalls. */
    private static final double TAIL_USED_MAX = 0.7;

    private final Scenario scenario;
    private final Calibration calibration;

    private Twin(Scenario scenario, Calibration calibration) {
        this.scenario = scenario;
        this.calibration = calibration;
    }

    /**
     * Simulates it.
     *
     * @param scenario what is run live
     * @param calibration of this machine
     * @param plan how often
     * @param progress told how it goes
     * @return the twin's result, without a verified next chokepoint
     */
    static WorldResult of(Scenario scenario, Calibration calibration, ReplicationPlan plan, RunProgress progress) {
        Twin twin = new Twin(scenario, calibration);
        WorldResult result = Replications.run(
                        twin.placed(0), twin::trial, plan, "simulating the live run's twin", progress)
                .as(World.TWIN);
        return cannotPredict(result, Figure.P99)
                ? result.withNote(
                        "p99 and beyond are not predictable here: so close to saturation they are made by stalls of"
                                + " this machine, which no queue explains")
                : result;
    }

    /** Whether a twin has a figure that must not be taken for a prediction. */
    static boolean cannotPredict(WorldResult result, Figure figure) {
        boolean tail = figure.isLatency() && figure.tail() <= Figure.P99.tail();
        return tail
                && result.world() == World.TWIN
                && result.diagnosis()
                        .chokepoint()
                        .filter(c -> c.utilisation() > TAIL_USED_MAX)
                        .isPresent();
    }

    /** The first replication has the best costs: it is the one whose timeline is drawn. */
    private Trial trial(int replication) {
        long seed = ReplicationPlan.seed(scenario.seed(), replication);
        if (replication == 1) {
            return new Trial(
                    placed(calibration.hop().at(0.5)).withSeed(seed),
                    costs(calibration.server().best(), calibration.clients().best()));
        }
        SeededRandom random = new SeededRandom(seed, "calibration");
        double serverOff = 1 + calibration.heldOutError("server") * random.nextGaussian();
        double clientsOff = 1 + calibration.heldOutError("clients") * random.nextGaussian();
        return new Trial(
                placed(calibration.hop().at(random.nextDouble())).withSeed(seed),
                costs(
                        calibration.server().drawn(replication, Math.max(0, serverOff)),
                        calibration.clients().drawn(replication, Math.max(0, clientsOff))));
    }

    private Map<String, SimCosts> costs(SimCosts server, SimCosts clients) {
        Map<String, SimCosts> costs = new LinkedHashMap<>();
        scenario.server().names().forEach(name -> costs.put(name, server));
        costs.put(BalancerSpec.NAME, server);
        costs.put(BackplaneSpec.NAME, server);
        scenario.clients().forEach(group -> costs.put(group.name(), clients));
        return costs;
    }

    /** On this machine's cores; each way between two lanes takes a little longer. */
    private Scenario placed(long hopNanos) {
        ServerSpec server = scenario.server();
        int lanes = Math.max(server.cores(), server.lanes());
        List<ClientGroup> groups = scenario.clients().stream()
                .map(group ->
                        group.on(MACHINE).withLinks(group.access(), group.link().map(link -> longer(link, hopNanos))))
                .toList();
        Transport transport =
                scenario.transport() instanceof Transport.Tcp ? new Transport.Ideal() : scenario.transport();
        ModelParts parts = scenario.parts();
        return balanced(hopNanos)
                .withParts(parts.withBackplane(parts.backplane()
                                .withLink(longer(parts.backplane().link(), hopNanos))
                                .on(MACHINE))
                        .withFederation(parts.federation()
                                .withLink(longer(parts.federation().link(), hopNanos))))
                .withTransport(transport)
                .withMachines(
                        List.of(new MachineSpec(MACHINE, Runtime.getRuntime().availableProcessors())))
                .withServer(server.withCores(lanes, server.lanes()).on(MACHINE))
                .withClients(groups);
    }

    /** A balancer is on the machine, too; it passes bytes on as a server reads and writes them. */
    private Scenario balanced(long hopNanos) {
        return scenario.balancer()
                .map(balancer -> scenario.withBalancer(
                        balancer.withCores(Math.max(balancer.cores(), balancer.lanes()), balancer.lanes())
                                .withLink(longer(balancer.link(), hopNanos))
                                .on(MACHINE)))
                .orElse(scenario);
    }

    private static LinkSpec longer(LinkSpec link, long nanos) {
        return new LinkSpec(longer(link.up(), nanos), longer(link.down(), nanos));
    }

    private static Link.Direction longer(Link.Direction way, long nanos) {
        return new Link.Direction(
                way.latencyNanos() + nanos, way.jitterNanos(), way.bitsPerSecond(), way.queueBytes(), way.packets());
    }
}
