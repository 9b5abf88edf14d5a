package dev.chokepoint.lab.diagnose;

import dev.chokepoint.host.world.Link;
import dev.chokepoint.lab.diagnose.Diagnosis.AnalyticBound;
import dev.chokepoint.lab.scenario.Model;
import dev.chokepoint.lab.scenario.Route;
import dev.chokepoint.lab.scenario.Route.Leg;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.App.Chat;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Scenario.Costs;
import dev.chokepoint.lab.scenario.ServerSpec;
import dev.chokepoint.programs.load.Workload;
import dev.chokepoint.programs.talk.Rooms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What theory says of a chat without running it, by delivery: each message crosses the way to the server once and the way back as
 * often as it has receivers, so the capacity of a server that does everything falls as 1 / fan-out.
 */
record ChatBounds(Scenario scenario, Chat chat) {
    private static final double NANOS = 1e9;

    /** {@code PRIVMSG #room-12 :} and the line's end. */
    private static final int LINE_UP_BYTES = 19;

    /** {@code :p123!p123@10.0.0.12} and a space come before that on the way down. */
    private static final int SOURCE_BYTES = 22;

    /** The bounds of the model {@code central}; in others who carries what depends on where people are, and is measured. */
    List<AnalyticBound> all() {
        if (scenario.model() != Model.CENTRAL) {
            return List.of();
        }
        List<AnalyticBound> bounds = new ArrayList<>();
        double demand = serverNanos();
        bounds.add(
                new AnalyticBound(ServerSpec.NAME + " lane 0", demand, NANOS / demand, "1 / CPU time of a delivery"));
        Map<String, Double> links = new LinkedHashMap<>();
        for (ClientGroup group : scenario.clients()) {
            Route route = Route.of(scenario, group);
            double share = deliveriesPerSecond(group) / offeredPerSecond();
            addLegs(links, route.up(), upBytes() * share / receivers(group));
            addLegs(links, route.down(), downBytes() * share);
        }
        links.forEach((name, nanos) ->
                bounds.add(new AnalyticBound(name, nanos, NANOS / nanos, "bandwidth / bytes of a delivery")));
        bounds.removeIf(bound -> !Double.isFinite(bound.capacityPerSecond()));
        bounds.sort(Comparator.comparingDouble(AnalyticBound::capacityPerSecond));
        return bounds;
    }

    private static void addLegs(Map<String, Double> links, List<Leg> legs, double bytes) {
        for (Leg leg : legs) {
            if (leg.direction().bitsPerSecond() != Link.UNLIMITED) {
                double nanos = bytes * 8 * NANOS / leg.direction().bitsPerSecond() / leg.copies();
                links.merge(leg.resource(), nanos, Double::sum);
            }
        }
    }

    private double upBytes() {
        return LINE_UP_BYTES + chat.messageBytes();
    }

    private double downBytes() {
        return SOURCE_BYTES + LINE_UP_BYTES + chat.messageBytes();
    }

    /** A turn and a read for each message, and a write for each receiver. */
    private double serverNanos() {
        Costs costs = scenario.costs();
        double each = costs.writeNanos() + downBytes() * costs.bytePicos() / 1000.0;
        double once = costs.turnNanos() + costs.readNanos() + upBytes() * costs.bytePicos() / 1000.0;
        return each + once / receivers();
    }

    /** How many receive a message of the group, on average. */
    private double receivers(ClientGroup group) {
        Rooms rooms = new Rooms(group.count(), Math.min(group.count(), chat.room()));
        double full = rooms.size();
        double last = rooms.membersOf(rooms.count() - 1);
        return ((rooms.count() - 1) * full * (full - 1) + last * (last - 1)) / group.count();
    }

    /** Deliveries that the load asks for. */
    double offeredPerSecond() {
        return scenario.clients().stream()
                .mapToDouble(this::deliveriesPerSecond)
                .sum();
    }

    /** How many receive a message, on average over all that are said. */
    double receivers() {
        double messages = scenario.clients().stream()
                .mapToDouble(group -> messagesPerSecond(group.load()))
                .sum();
        return offeredPerSecond() / messages;
    }

    private double deliveriesPerSecond(ClientGroup group) {
        return messagesPerSecond(group.load()) * receivers(group);
    }

    private static double messagesPerSecond(Workload load) {
        return switch (load) {
            case Workload.Poisson poisson -> poisson.perSecond();
            case Workload.Constant constant -> constant.perSecond();
            case Workload.Steps steps -> steps.steps().getLast().perSecond();
            case Workload.Closed _ -> 0;
        };
    }
}
