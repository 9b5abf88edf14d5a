package dev.chokepoint.lab.scenario;

import dev.chokepoint.host.Address.Family;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.lab.scenario.Scenario.App;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Scenario.Costs;
import java.util.List;
import java.util.Optional;

/** A scenario that may still change, for copies that differ in a part or two. */
final class ScenarioDraft {
    String name;
    String about;
    long seed;
    long warmupNanos;
    long durationNanos;
    Model model;
    Family family;
    Transport transport;
    App app;
    ServerSpec server;
    Network network;
    Optional<BalancerSpec> balancer;
    ModelParts parts;
    List<MachineSpec> machines;
    List<ClientGroup> clients;
    List<PlannedFault> faults;
    StreamOptions stream;
    Costs costs;
    List<Objective> objectives;
    Variants compare;

    ScenarioDraft(Scenario scenario) {
        name = scenario.name();
        about = scenario.about();
        seed = scenario.seed();
        warmupNanos = scenario.warmupNanos();
        durationNanos = scenario.durationNanos();
        model = scenario.model();
        family = scenario.family();
        transport = scenario.transport();
        app = scenario.app();
        server = scenario.server();
        network = scenario.network();
        balancer = scenario.balancer();
        parts = scenario.parts();
        machines = scenario.machines();
        clients = scenario.clients();
        faults = scenario.faults();
        stream = scenario.stream();
        costs = scenario.costs();
        objectives = scenario.objectives();
        compare = scenario.compare();
    }

    Scenario made() {
        return new Scenario(
                name,
                about,
                seed,
                warmupNanos,
                durationNanos,
                model,
                family,
                transport,
                app,
                server,
                network,
                balancer,
                parts,
                machines,
                clients,
                faults,
                stream,
                costs,
                objectives,
                compare);
    }
}
