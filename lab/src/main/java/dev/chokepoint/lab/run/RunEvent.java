package dev.chokepoint.lab.run;

import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.lab.measure.LoadProgress;
import dev.chokepoint.lab.measure.ResourceMeter;
import dev.chokepoint.lab.measure.Statistics;
import dev.chokepoint.lab.measure.Window;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import java.util.List;
import java.util.SortedMap;

/**
 * Something that happened in a run. Worlds run one after the other: what is told between a {@link WorldStarted} and its {@link
 * WorldFinished} happened in that world.
 */
public sealed interface RunEvent {
    /**
     * A world begins to run.
     *
     * @param world which
     */
    record WorldStarted(World world) implements RunEvent {}

    /**
     * An interval of the timeline is over: of a simulation's first replication, or of the live run.
     *
     * @param atNanos its end, from the start of the load
     * @param lengthNanos how long it was
     * @param load what was asked and carried
     * @param utilisations of the resources since the interval before, 0 to 1, by name
     * @param resources what each resource did since its world began
     */
    record Interval(
            long atNanos,
            long lengthNanos,
            LoadProgress load,
            SortedMap<String, Double> utilisations,
            List<ResourceUse> resources)
            implements RunEvent {
        /** Copies the list. */
        public Interval {
            resources = List.copyOf(resources);
        }

        boolean contains(long nanos) {
            return nanos >= atNanos - lengthNanos && nanos < atNanos;
        }

        static Interval of(Window window, LoadProgress load, ResourceMeter meter) {
            long from = load.interval() * window.intervalNanos();
            long to = window.intervalEnd(load.interval()) - window.loadStartNanos();
            return new Interval(to, to - from, load, meter.latest(), meter.uses());
        }
    }

    /**
     * One replication of a simulation is over.
     *
     * @param number which, from 1
     * @param planned how many there will be, as far as is known by now
     * @param run what it gave
     */
    record ReplicationFinished(int number, int planned, Statistics.Run run) implements RunEvent {}

    /**
     * A planned fault was applied, in a simulation's first replication or in the live run.
     *
     * @param atNanos when, from the start of the load
     * @param text what, as the user wrote it
     */
    record FaultApplied(long atNanos, String text) implements RunEvent {}

    /**
     * A world has run, and its chokepoint is known.
     *
     * @param result all of it
     */
    record WorldFinished(WorldResult result) implements RunEvent {}
}
