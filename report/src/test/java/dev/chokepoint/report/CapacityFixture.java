package dev.chokepoint.report;

import dev.chokepoint.lab.capacity.CapacityPlan;
import dev.chokepoint.lab.capacity.CapacityResult;
import dev.chokepoint.lab.capacity.CapacitySearch;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunProgress;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.ScenarioText;
import dev.chokepoint.lab.scenario.Variation;
import java.util.List;

/** Searches of short simulations: real results, the same on every machine. */
public final class CapacityFixture {
    private CapacityFixture() {}

    /** An open loop with a limit on p99. */
    public static CapacityResult open() {
        return search(
                "open", "count: 50, load: {poisson: 200/s}", "slo: [p99 < 40ms, errors < 1%, carried > 100/s]", false);
    }

    /** A closed loop, whose load is its clients; and a second group. */
    public static CapacityResult closed() {
        return search("closed", "count: 4, load: {closed: {think: 20ms}}", "slo: [p90 < 30ms]", false);
    }

    /** Words that want to be markup, and an objective that no load meets. */
    public static CapacityResult hostile() {
        return search("hostile", "count: 5, load: {poisson: 100/s}", "slo: [p50 < 1us]", false);
    }

    /** Stopped before anything was tried to its end. */
    public static CapacityResult stopped() {
        return search("stopped", "count: 5, load: {poisson: 100/s}", "", true);
    }

    private static CapacityResult search(String name, String clients, String slo, boolean stopped) {
        ScenarioText text = new ScenarioText("examples/test.yaml", """
                name: %s
                about: "<script>alert('x')</script>"
                seed: 1
                warmup: 200ms
                duration: 1s
                app: {ask: {work: {mean: 1ms, law: exponential}}}
                clients: [{name: clients, link: {latency: 5ms}, %s}]
                %s
                """.formatted(name, clients, slo));
        ScenarioSource source = new ScenarioSource(text, Variation.NONE);
        CapacityPlan plan = new CapacityPlan(List.of(World.SIMULATION), 0.2, 0);
        return CapacitySearch.find(source.read(), source, plan, progress(stopped));
    }

    private static RunProgress progress(boolean stopped) {
        return new RunProgress() {
            @Override
            public void step(String what, double fraction) {}

            @Override
            public boolean stopped() {
                return stopped;
            }
        };
    }
}
