package dev.chokepoint.bench.agreement;

import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.ScenarioText;
import dev.chokepoint.lab.scenario.Variation;
import java.util.List;

/**
 * A scenario whose live run is compared with its twin.
 *
 * @param name in the table
 * @param about what it has that the others have not
 * @param text the scenario; its load is what one core carries by the work alone
 * @param wayNanos propagation and serialisation of a request and its answer
 * @param perSecond its load
 */
record Setting(String name, String about, String text, double wayNanos, double perSecond) {
    static List<Setting> all() {
        return List.of(
                of(
                        "exponential",
                        "1 ms of work on average",
                        200,
                        2_000,
                        "{mean: 1ms, law: exponential}",
                        1,
                        1_000,
                        2,
                        100),
                of("constant", "600 us of work", 200, 1_000, "600us", 1, 1_666, 10, 100),
                of("large", "1.5 ms of work, answers of 30 kB", 300, 30_000, "1500us", 1, 666, 5, 400),
                of(
                        "two-cores",
                        "as many server lanes as cores",
                        200,
                        2_000,
                        "{mean: 2ms, law: exponential}",
                        2,
                        1_000,
                        2,
                        100));
    }

    private static Setting of(
            String name,
            String about,
            int request,
            int response,
            String work,
            int cores,
            int perSecond,
            int latencyMillis,
            int megabits) {
        String text = """
            name: %s
            warmup: 1s
            duration: 4s
            app: {ask: {request: %dB, response: %dB, work: %s}}
            server: {cores: %d}
            clients:
              - {count: 60, load: {poisson: %d/s}, link: {latency: %s, bandwidth: %dMbit/s}}
            """.formatted(name, request, response, work, cores, perSecond, latencyMillis + "ms", megabits);
        double way = 2 * latencyMillis * 1e6 + (request + response) * 8 * 1e3 / megabits;
        return new Setting(name, about, text, way, perSecond);
    }

    /** The scenario with so many times its load and other random numbers. */
    ScenarioSource source(double load, int run) {
        return new ScenarioSource(
                new ScenarioText(name, text), Variation.NONE.withLoad(load).withSeed(run));
    }
}
