package dev.chokepoint.lab.run;

import dev.chokepoint.lab.diagnose.Bounds;
import dev.chokepoint.lab.scenario.Scenario;

/** Of which messages of a live run the phases are noted. */
final class SampledMessages {
    /** Enough for a tail of the slowest 1 %, and few enough to cost nothing. */
    private static final double NOTED = 20_000;

    private SampledMessages() {}

    /** Every how many-th message: 1 is all of them. */
    static int every(Scenario scenario) {
        double perSecond = Bounds.offeredPerSecond(scenario);
        double messages = perSecond * (scenario.warmupNanos() + scenario.durationNanos()) / 1e9;
        return (int) Math.max(1, Math.ceil(messages / NOTED));
    }
}
