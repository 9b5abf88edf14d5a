package dev.chokepoint.lab.run;

import dev.chokepoint.lab.diagnose.Bounds;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.App;
import java.util.List;

/** Of which messages of a run the phases are noted. */
final class SampledMessages {
    /** Enough for a tail of the slowest 1 %, and few enough to cost nothing. */
    private static final double NOTED = 20_000;

    private SampledMessages() {}

    /** Of so many deliveries the simulator follows each copy; they take about 1 kB each while they are under way. */
    private static final double FOLLOWED = 500_000;

    /** Every how many-th message: 1 is all of them. */
    static int every(Scenario scenario) {
        return (int) Math.max(1, Math.ceil(deliveries(scenario) / NOTED));
    }

    /** Every how many-th message whose copies the simulator follows; 0 where messages have one receiver and all are followed. */
    static int followed(Scenario scenario) {
        return hasCopies(scenario) ? (int) Math.max(1, Math.ceil(deliveries(scenario) / FOLLOWED)) : 0;
    }

    /** Whether a message has several receivers. */
    static boolean hasCopies(Scenario scenario) {
        return switch (scenario.app()) {
            case App.Ask _ -> false;
            case App.Chat _ -> true;
        };
    }

    /** What a reader must know to read the figures of messages with several receivers. */
    static List<String> notes(Scenario scenario) {
        return switch (scenario.app()) {
            case App.Ask _ -> List.of();
            case App.Chat _ ->
                List.of(
                        "a message counts as often as it has receivers: loads, latencies and demands are those of deliveries");
        };
    }

    /** What a simulation says of the phases when it did not follow all. */
    static List<String> followedNotes(Scenario scenario) {
        int every = followed(scenario);
        return every <= 1 ? List.of() : List.of("phases are those of every " + every + "th message");
    }

    private static double deliveries(Scenario scenario) {
        double perSecond = Bounds.offeredPerSecond(scenario);
        return perSecond * (scenario.warmupNanos() + scenario.durationNanos()) / 1e9;
    }
}
