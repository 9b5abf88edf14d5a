package dev.chokepoint.report;

import dev.chokepoint.lab.compare.Compared;
import dev.chokepoint.lab.compare.Outcome;
import dev.chokepoint.lab.compare.Variant;
import dev.chokepoint.lab.measure.Footprint;
import dev.chokepoint.lab.measure.Latency;
import dev.chokepoint.lab.measure.LoadFigures;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.LiveMeasurement;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.lab.scenario.Variation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Two I/O models at 1, 50 and 1,000 connections; one run is void, one was skipped. */
public final class CompareFixture {
    private CompareFixture() {}

    /** All of them, and one that was not run any more. */
    public static Compared compared() {
        RunResult run = Fixture.ask();
        List<Outcome> outcomes = new ArrayList<>();
        for (int clients : List.of(1, 50, 1_000)) {
            outcomes.add(outcome("event-loop", clients, 1, 9));
            outcomes.add(
                    clients == 1_000
                            ? new Outcome(
                                    variant("platform", clients),
                                    Optional.empty(),
                                    Optional.of("this run needs 1064 file descriptors, but this process may open 1000"))
                            : outcome("platform", clients, 1.3, 8 + clients));
        }
        return new Compared(
                run.scenario(), run.scenarioFile(), run.scenarioText(), run.startedAt(), run.machine(), 7, outcomes);
    }

    private static Variant variant(String series, int clients) {
        return new Variant(series, clients, Variation.NONE);
    }

    private static Outcome outcome(String series, int clients, double slower, int threads) {
        WorldResult live = Fixture.ask().worlds().getLast();
        double rate = Math.min(16_000 * clients, 14_000) / slower;
        long latency = Math.round(clients / rate * 1e9);
        boolean bad = clients == 50 && slower > 1;
        WorldResult result = new WorldResult(
                live.world(),
                new LoadFigures(
                        rate, rate, (long) (3 * rate), (long) (3 * rate), 0, 0, new TreeMap<>(), 3_000_000_000L),
                new Latency(
                        (long) (3 * rate), latency, latency, latency, 2 * latency, 3 * latency, 4 * latency, List.of()),
                List.of(),
                live.resources(),
                live.diagnosis(),
                List.of(),
                Optional.empty(),
                live.generator(),
                Optional.empty(),
                bad ? Optional.of("the load generator used 93 % of a core") : Optional.empty(),
                live.notes(),
                1);
        Footprint server =
                new Footprint(Math.round(3 * rate * 55_000 * slower), threads, 120_000_000 + 60_000L * clients);
        return new Outcome(
                variant(series, clients), Optional.of(new LiveMeasurement(result, server)), Optional.empty());
    }
}
