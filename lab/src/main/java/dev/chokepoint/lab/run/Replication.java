package dev.chokepoint.lab.run;

import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.lab.measure.LatencySeries;
import dev.chokepoint.lab.measure.LoadRecord;
import dev.chokepoint.lab.measure.Statistics;
import dev.chokepoint.lab.measure.Window;
import dev.chokepoint.lab.measure.WorldResult;
import java.util.List;

/**
 * One run of a simulation.
 *
 * @param seed that it ran with
 * @param result what it gave alone, without notes about its figures
 * @param load its messages, to be added to those of others
 * @param series its latencies over time
 * @param window what was measured; shorter than the scenario's when it was stopped
 * @param work how much the simulator had to do for it
 */
record Replication(long seed, WorldResult result, LoadRecord load, LatencySeries series, Window window, long work) {
    private static final int SEGMENT_BYTES = 1448;

    /** Callbacks and segments: about what a run costs, and the same on every machine. */
    static long work(List<ResourceUse> uses) {
        return uses.stream().mapToLong(Replication::work).sum();
    }

    private static long work(ResourceUse use) {
        return switch (use.kind()) {
            case LANE, OFFLOAD, DATAGRAM_BUFFER, CONNECTIONS -> use.served();
            case LINK -> use.served() / SEGMENT_BYTES;
            case CPU, ACCEPT_QUEUE, WINDOW, CLIENTS -> 0;
        };
    }

    Statistics.Run summary() {
        return new Statistics.Run(
                seed,
                result.latency().count(),
                result.load().carriedPerSecond(),
                result.latency().meanNanos(),
                result.latency().p50Nanos(),
                result.latency().p90Nanos(),
                result.latency().p99Nanos(),
                result.latency().p999Nanos());
    }
}
