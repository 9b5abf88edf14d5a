package dev.chokepoint.lab.measure;

import dev.chokepoint.host.world.ResourceUse;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Turns snapshots of a world's resources into figures for the measured window and the timeline. Not thread-safe. */
public final class ResourceMeter {
    private final List<Snapshot> snapshots = new ArrayList<>();

    /** No snapshots yet. */
    public ResourceMeter() {}

    /**
     * All resources at one moment.
     *
     * @param atNanos when
     * @param uses always the same resources in the same order; a later one may have more at the end
     */
    public record Snapshot(long atNanos, List<ResourceUse> uses) implements Serializable {
        /** Copies the list. */
        public Snapshot {
            uses = List.copyOf(uses);
        }
    }

    /**
     * Adds a snapshot.
     *
     * @param snapshot later than those before it
     */
    public void add(Snapshot snapshot) {
        snapshots.add(snapshot);
    }

    /**
     * What each resource has done up to the last snapshot.
     *
     * @return its entries; none before there is one
     */
    public List<ResourceUse> uses() {
        return snapshots.isEmpty() ? List.of() : snapshots.getLast().uses();
    }

    /**
     * What was in use between the last two snapshots.
     *
     * @return utilisations, 0 to 1, by the resource's name empty before there are two
     */
    public SortedMap<String, Double> latest() {
        SortedMap<String, Double> used = new TreeMap<>();
        if (snapshots.size() < 2) {
            return used;
        }
        Snapshot from = snapshots.get(snapshots.size() - 2);
        Snapshot to = snapshots.getLast();
        long elapsed = Math.max(1, to.atNanos() - from.atNanos());
        for (int i : used()) {
            used.put(to.uses().get(i).name(), utilisation(use(from, i), use(to, i), elapsed));
        }
        return used;
    }

    /**
     * The figures of the measured window.
     *
     * @param window whose start and end are looked up among the snapshots
     * @param carriedPerSecond messages delivered per second in it
     * @return one entry a resource that was used
     */
    public List<ResourceFigures> figures(Window window, double carriedPerSecond) {
        List<ResourceFigures> figures = new ArrayList<>();
        Snapshot first = nearest(window.startNanos());
        Snapshot last = nearest(window.endNanos());
        long elapsed = Math.max(1, last.atNanos() - first.atNanos());
        for (int i : used()) {
            figures.add(figures(use(first, i), use(last, i), elapsed, carriedPerSecond));
        }
        return figures;
    }

    private static ResourceFigures figures(ResourceUse from, ResourceUse to, long elapsed, double carriedPerSecond) {
        double used = to.usedNanos() - from.usedNanos();
        double messages = carriedPerSecond * elapsed / 1e9;
        double demand = messages == 0 ? 0 : used / messages;
        return new ResourceFigures(
                to.name(),
                to.kind(),
                utilisation(from, to, elapsed),
                demand,
                demand == 0 ? Double.POSITIVE_INFINITY : to.capacity() * 1e9 / demand,
                (to.waitingNanos() - from.waitingNanos()) / elapsed,
                to.waitingMax(),
                to.refused() - from.refused(),
                to.lost() - from.lost());
    }

    /**
     * The utilisations in each interval of the timeline.
     *
     * @param window the intervals
     * @return for each interval one entry a resource that was used, 0 to 1
     */
    public List<List<Double>> timeline(Window window) {
        List<List<Double>> timeline = new ArrayList<>();
        for (int interval = 0; interval < window.intervals(); interval++) {
            Snapshot to = nearest(window.intervalEnd(interval));
            Snapshot from = nearest(window.loadStartNanos() + interval * window.intervalNanos());
            List<Double> row = new ArrayList<>();
            for (int i : used()) {
                long elapsed = to.atNanos() - from.atNanos();
                row.add(elapsed <= 0 ? 0 : utilisation(use(from, i), use(to, i), elapsed));
            }
            timeline.add(row);
        }
        return timeline;
    }

    /** A resource that is not in the snapshot yet had done nothing. */
    private ResourceUse use(Snapshot snapshot, int index) {
        List<ResourceUse> uses = snapshot.uses();
        return index < uses.size()
                ? uses.get(index)
                : snapshots.getLast().uses().get(index).unused();
    }

    /** The resources that ever did or refused anything; a client's accept queue says nothing to anybody. */
    private int[] used() {
        List<ResourceUse> uses = snapshots.getLast().uses();
        return IntStream.range(0, uses.size())
                .filter(i -> uses.get(i).served() > 0
                        || uses.get(i).usedNanos() > 0
                        || uses.get(i).refused() > 0)
                .toArray();
    }

    /** Work that was charged before its time or read a little late can step over the edge by a rounding. */
    private static double utilisation(ResourceUse from, ResourceUse to, long elapsed) {
        double capacity = to.capacity() * elapsed;
        return capacity == 0 ? 0 : Math.clamp((to.usedNanos() - from.usedNanos()) / capacity, 0, 1);
    }

    private Snapshot nearest(long atNanos) {
        Snapshot best = snapshots.getFirst();
        for (Snapshot snapshot : snapshots) {
            if (Math.abs(snapshot.atNanos() - atNanos) < Math.abs(best.atNanos() - atNanos)) {
                best = snapshot;
            }
        }
        return best;
    }
}
