package dev.chokepoint.lab.compare;

import dev.chokepoint.lab.run.LiveMeasurement;
import java.util.Optional;

/**
 * What became of one variant.
 *
 * @param variant which
 * @param measured what was measured; may be void
 * @param skipped why nothing was; empty when something was
 */
public record Outcome(Variant variant, Optional<LiveMeasurement> measured, Optional<String> skipped) {
    static Outcome of(Variant variant, LiveMeasurement measured) {
        return new Outcome(variant, Optional.of(measured), Optional.empty());
    }

    static Outcome skipped(Variant variant, String why) {
        return new Outcome(variant, Optional.empty(), Optional.of(why));
    }

    /**
     * Why it is not to be believed.
     *
     * @return why there is nothing, or why it is void; empty for a good run
     */
    public Optional<String> doubt() {
        return skipped.or(() -> measured.flatMap(m -> m.result().voided()));
    }

    /**
     * Messages delivered per second.
     *
     * @return 0 where nothing was measured
     */
    public double carriedPerSecond() {
        return measured.map(m -> m.result().load().carriedPerSecond()).orElse(0.0);
    }

    /**
     * The server process's CPU time for one message.
     *
     * @return nanoseconds; NaN when nothing was delivered
     */
    public double cpuNanosPerMessage() {
        return measured.filter(m -> m.result().load().delivered() > 0)
                .map(m -> (double) m.server().cpuNanos()
                        / (m.result().load().carriedPerSecond()
                                * m.result().load().windowNanos()
                                / 1e9))
                .orElse(Double.NaN);
    }
}
