package dev.chokepoint.lab.diagnose;

import dev.chokepoint.host.world.Phase;
import dev.chokepoint.host.world.ResourceUse.Kind;
import dev.chokepoint.lab.diagnose.Diagnosis.AnalyticBound;
import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.diagnose.Diagnosis.Next;
import dev.chokepoint.lab.measure.PhaseShare;
import dev.chokepoint.lab.measure.ResourceFigures;
import dev.chokepoint.lab.scenario.BalancerSpec;
import dev.chokepoint.lab.scenario.ModelParts.BackplaneSpec;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.ServerSpec;
import dev.chokepoint.lab.topology.Central;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names the chokepoint of a measured run: the resource whose measured demand allows the least load. */
public final class Diagnostician {
    private static final double SATURATED = 0.95;

    /** Capacities closer than this are the same; then the resource listed first in {@link #rank} is named. */
    private static final double TIE = 0.01;

    private final Scenario scenario;
    private final List<ResourceFigures> resources;
    private final List<PhaseShare> phases;

    /**
     * Takes what was measured.
     *
     * @param scenario what was run
     * @param resources all resources, those of the clients included
     * @param phases where the time went
     */
    public Diagnostician(Scenario scenario, List<ResourceFigures> resources, List<PhaseShare> phases) {
        this.scenario = scenario;
        this.resources = resources;
        this.phases = phases;
    }

    /**
     * The diagnosis, with the next chokepoint predicted and not yet verified.
     *
     * @return empty of a chokepoint when nothing was used
     */
    public Diagnosis diagnose() {
        List<AnalyticBound> bounds = Bounds.of(scenario);
        Optional<ResourceFigures> first = smallest(resources);
        Optional<Fix> fix = first.flatMap(figures -> Fix.of(scenario, figures.name()));
        Optional<Next> next = fix.flatMap(done -> smallest(resources.stream()
                        .filter(figures -> !done.covers(figures.name()))
                        .toList())
                .map(figures -> new Next(chokepoint(figures), done.text(), Optional.empty())));
        boolean saturated =
                first.filter(figures -> figures.utilisation() >= SATURATED).isPresent();
        return new Diagnosis(first.map(this::chokepoint), next, bounds, saturated);
    }

    private Optional<ResourceFigures> smallest(List<ResourceFigures> among) {
        List<ResourceFigures> candidates = among.stream().filter(this::canBound).toList();
        double least = candidates.stream()
                .mapToDouble(ResourceFigures::capacityPerSecond)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return candidates.stream()
                .filter(figures -> figures.capacityPerSecond() <= least * (1 + TIE))
                .min(Comparator.comparingInt(Diagnostician::rank));
    }

    /** Queues and tables show what fills up behind a chokepoint; they don't bound the load themselves. */
    private boolean canBound(ResourceFigures figures) {
        Set<Kind> bounding = Set.of(Kind.CPU, Kind.LANE, Kind.OFFLOAD, Kind.LINK, Kind.WINDOW, Kind.CLIENTS);
        boolean fleet = figures.kind() == Kind.LANE
                && !List.of(ServerSpec.NAME, BalancerSpec.NAME, BackplaneSpec.NAME)
                        .contains(host(figures.name()));
        return bounding.contains(figures.kind()) && !fleet && Double.isFinite(figures.capacityPerSecond());
    }

    private static int rank(ResourceFigures figures) {
        return switch (figures.kind()) {
            case CPU -> 0;
            case LANE, OFFLOAD -> 1;
            case LINK -> 2;
            case WINDOW -> 3;
            case CLIENTS -> 4;
            case ACCEPT_QUEUE, CONNECTIONS, DATAGRAM_BUFFER -> 5;
        };
    }

    private Chokepoint chokepoint(ResourceFigures figures) {
        return new Chokepoint(
                figures.name(),
                figures.utilisation(),
                figures.demandNanos(),
                figures.capacityPerSecond(),
                tailShare(figures),
                law(figures.kind()));
    }

    private static String law(Kind kind) {
        return switch (kind) {
            case CPU -> "cores / demand";
            case OFFLOAD -> "threads / demand";
            case LANE, LINK -> "1 / demand";
            case WINDOW -> "window / round trip";
            case CLIENTS -> "clients / holding time";
            case ACCEPT_QUEUE, CONNECTIONS, DATAGRAM_BUFFER -> "slots / holding time";
        };
    }

    private double tailShare(ResourceFigures figures) {
        return switch (figures.kind()) {
            case CPU, LANE, OFFLOAD -> tail(host(figures.name()), Phase.INBOX, Phase.CPU, Phase.HELD);
            case LINK -> tail(figures.name(), Phase.QUEUE, Phase.TRANSMIT) + tail(sender(figures.name()), Phase.WINDOW);
            case WINDOW -> tail(sender(figures.name()), Phase.WINDOW);
            case CLIENTS -> tail(groupOf(figures.name()), Phase.SOURCE);
            case ACCEPT_QUEUE, CONNECTIONS, DATAGRAM_BUFFER -> 0;
        };
    }

    private double tail(String place, Phase... among) {
        List<Phase> wanted = List.of(among);
        return phases.stream()
                .filter(share -> share.place().equals(place) && wanted.contains(share.phase()))
                .mapToDouble(PhaseShare::tailShare)
                .sum();
    }

    /** The host of {@code server cpu} or {@code server lane 0}. */
    private static String host(String name) {
        return name.substring(0, name.indexOf(' '));
    }

    /** The host before the arrow in {@code link a->b} or {@code a->b window}. */
    private static String sender(String name) {
        String left = name.substring(0, name.indexOf("->"));
        return left.substring(left.lastIndexOf(' ') + 1);
    }

    private String groupOf(String resource) {
        return scenario.clients().stream()
                .filter(group -> Central.clientsResource(group).equals(resource))
                .map(ClientGroup::name)
                .findFirst()
                .orElse("");
    }
}
