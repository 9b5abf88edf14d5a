package dev.chokepoint.lab.diagnose;

import dev.chokepoint.host.world.Phase;
import dev.chokepoint.host.world.ResourceUse.Kind;
import dev.chokepoint.lab.diagnose.Diagnosis.AnalyticBound;
import dev.chokepoint.lab.measure.PhaseSums;
import dev.chokepoint.lab.measure.ResourceFigures;
import dev.chokepoint.lab.measure.Stages;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.App;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.topology.Central;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The resources that no host or link reports itself: the clients, each of which asks one question at a time. Their
 * utilisation follows from Little's law; their capacity from the time a message holds a client when nothing makes it wait.
 */
public final class ClientFigures {
    private static final Set<Phase> NOT_WAITING = EnumSet.of(Phase.CPU, Phase.TRANSMIT, Phase.TRAVEL);

    private ClientFigures() {}

    /**
     * Completes a world's resources: adds the clients, and gives the windows the demand that they have when nothing waits
     * (their measured use grows with every queue behind them and would say little about capacity).
     *
     * @param scenario what was run
     * @param measured what the world reported
     * @param phases where the time went
     * @param stages what the phases' numbers mean
     * @param carriedPerSecond messages delivered per second
     * @return the measured resources in their order, then, for ask, one for each client group
     */
    public static List<ResourceFigures> complete(
            Scenario scenario,
            List<ResourceFigures> measured,
            PhaseSums phases,
            Stages stages,
            double carriedPerSecond) {
        List<AnalyticBound> bounds = Bounds.of(scenario);
        List<ResourceFigures> all = new ArrayList<>();
        measured.forEach(figures -> all.add(figures.kind() == Kind.WINDOW ? unloaded(figures, bounds) : figures));
        if (scenario.app() instanceof App.Chat) {
            return all; // people speak when they like, whoever has not heard them yet
        }
        for (ClientGroup group : scenario.clients()) {
            all.add(clients(group, phases, stages, carriedPerSecond));
        }
        return all;
    }

    private static ResourceFigures unloaded(ResourceFigures figures, List<AnalyticBound> bounds) {
        return bounds.stream()
                .filter(bound -> bound.resource().equals(figures.name()))
                .findFirst()
                .map(bound -> with(figures, bound.demandNanos(), bound.capacityPerSecond()))
                .orElse(with(figures, 0, Double.POSITIVE_INFINITY));
    }

    private static ResourceFigures with(ResourceFigures figures, double demandNanos, double capacityPerSecond) {
        return new ResourceFigures(
                figures.name(),
                figures.kind(),
                figures.utilisation(),
                demandNanos,
                capacityPerSecond,
                figures.waitingMean(),
                figures.waitingMax(),
                figures.refused());
    }

    private static ResourceFigures clients(
            ClientGroup group, PhaseSums phases, Stages stages, double carriedPerSecond) {
        double held = 0;
        double unloaded = 0;
        double waiting = 0;
        for (Map.Entry<Integer, PhaseSums.OriginMeans> entry : phases.byOrigin().entrySet()) {
            if (stages.get(entry.getKey()).place().equals(group.name())) {
                PhaseSums.OriginMeans origin = entry.getValue();
                double share = (double) origin.count() / Math.max(1, phases.count());
                waiting += share * PhaseSums.meanOf(origin, stages, EnumSet.of(Phase.SOURCE));
                held += share * PhaseSums.meanOf(origin, stages, EnumSet.complementOf(EnumSet.of(Phase.SOURCE)));
                unloaded += share * (PhaseSums.meanOf(origin, stages, NOT_WAITING) + Bounds.thinkNanos(group));
            }
        }
        double perNano = carriedPerSecond / 1e9;
        return new ResourceFigures(
                Central.clientsResource(group),
                Kind.CLIENTS,
                Math.clamp(perNano * held / group.count(), 0, 1),
                unloaded,
                unloaded == 0 ? Double.POSITIVE_INFINITY : group.count() * 1e9 / unloaded,
                perNano * waiting,
                0,
                0);
    }
}
