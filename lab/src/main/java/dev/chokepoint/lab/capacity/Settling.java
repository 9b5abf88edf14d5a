package dev.chokepoint.lab.capacity;

import dev.chokepoint.lab.scenario.Route;
import dev.chokepoint.lab.scenario.Scenario;

/** How long a load needs before it can be judged. */
final class Settling {
    private static final int ROUND_TRIPS = 2;

    private Settling() {}

    /** Two of the longest round trips: before the first answers are back less is carried than offered, at any load. */
    static long roundTripsNanos(Scenario scenario) {
        return ROUND_TRIPS
                * scenario.clients().stream()
                        .map(group -> Route.of(scenario, group))
                        .mapToLong(route -> route.latencyNanos() + route.jitterNanos())
                        .max()
                        .orElse(0);
    }

    /** The scenario's warm-up where it is longer than that. */
    static long warmupNanos(Scenario scenario) {
        return Math.max(scenario.warmupNanos(), roundTripsNanos(scenario));
    }
}
