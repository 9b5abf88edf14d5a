package dev.chokepoint.lab.models;

import dev.chokepoint.host.world.Phase;
import dev.chokepoint.lab.measure.PhaseShare;
import dev.chokepoint.lab.measure.WorldResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The way of a message as it was measured: which hosts and links it passed, and what that took on average. A host that it passes
 * twice stands where it is met first, with the time of both.
 *
 * @param hosts in the order of the way
 * @param steps in the order of the way
 */
public record MessageWay(List<String> hosts, List<Step> steps) {
    /** Copies the lists. */
    public MessageWay {
        hosts = List.copyOf(hosts);
        steps = List.copyOf(steps);
    }

    /** A part of the way. */
    public sealed interface Step {
        /**
         * What it took.
         *
         * @return nanoseconds, the mean over all deliveries
         */
        double meanNanos();

        /**
         * From a host or router to the next.
         *
         * @param from the sender
         * @param to the receiver
         * @param meanNanos queueing, transmission and propagation
         */
        record Hop(String from, String to, double meanNanos) implements Step {}

        /**
         * At a host.
         *
         * @param at which
         * @param phase what took most of the time there
         * @param meanNanos all that passed there
         */
        record Stay(String at, Phase phase, double meanNanos) implements Step {}
    }

    /**
     * The way in one result.
     *
     * @param result whose phases were measured
     * @return no steps when nothing was delivered
     */
    public static MessageWay of(WorldResult result) {
        Map<String, List<PhaseShare>> places = new LinkedHashMap<>();
        result.phases()
                .forEach(share -> places.computeIfAbsent(share.place(), _ -> new ArrayList<>())
                        .add(share));
        List<Step> steps = new ArrayList<>();
        Set<String> hosts = new LinkedHashSet<>();
        places.forEach((place, shares) -> {
            Step step = step(place, shares);
            steps.add(step);
            hosts.addAll(ends(step));
        });
        return new MessageWay(List.copyOf(hosts), steps);
    }

    private static List<String> ends(Step step) {
        return switch (step) {
            case Step.Hop hop -> List.of(hop.from(), hop.to());
            case Step.Stay stay -> List.of(stay.at());
        };
    }

    private static Step step(String place, List<PhaseShare> shares) {
        double mean = shares.stream().mapToDouble(PhaseShare::meanNanos).sum();
        int arrow = place.indexOf("->");
        if (arrow < 0) {
            PhaseShare most = shares.stream()
                    .reduce((a, b) -> b.meanNanos() > a.meanNanos() ? b : a)
                    .orElseThrow();
            return new Step.Stay(place, most.phase(), mean);
        }
        String from = place.substring(place.lastIndexOf(' ', arrow) + 1, arrow);
        return new Step.Hop(from, place.substring(arrow + 2), mean);
    }
}
