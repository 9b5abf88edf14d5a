package dev.chokepoint.lab.measure;

import dev.chokepoint.lab.statistics.Interval;
import dev.chokepoint.lab.statistics.Moments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The resources of several runs in one, and how their utilisation varies. Memory does not grow with the number of runs. Not
 * thread-safe.
 */
public final class ResourcePool {
    private final Map<String, Sum> sums = new LinkedHashMap<>();
    private int runs;

    private static final class Sum {
        private final Moments utilisation = new Moments();
        private ResourceFigures last;
        private double waiting;
        private double used;
        private double messages;
        private double amount;
        private long waitingMax;
        private long refused;
        private long lost;

        void add(ResourceFigures figures, double carriedPerSecond) {
            last = figures;
            amount = figures.demandNanos() == 0 ? amount : figures.capacityPerSecond() * figures.demandNanos();
            utilisation.add(figures.utilisation());
            waiting += figures.waitingMean();
            used += figures.demandNanos() * carriedPerSecond;
            messages += carriedPerSecond;
            waitingMax = Math.max(waitingMax, figures.waitingMax());
            refused += figures.refused();
            lost += figures.lost();
        }

        /** Capacity x demand is what there is of a resource, in every run the same. */
        ResourceFigures pooled(int runs) {
            double demand = messages == 0 ? 0 : used / messages;
            return new ResourceFigures(
                    last.name(),
                    last.kind(),
                    utilisation.mean() * utilisation.count() / runs,
                    demand,
                    demand == 0 ? Double.POSITIVE_INFINITY : amount / demand,
                    waiting / runs,
                    waitingMax,
                    refused,
                    lost);
        }
    }

    /** No runs yet. */
    public ResourcePool() {}

    /**
     * Adds a run.
     *
     * @param resources what each did in it; one that did nothing may be missing
     * @param carriedPerSecond messages delivered per second in it
     */
    public void add(List<ResourceFigures> resources, double carriedPerSecond) {
        runs++;
        for (ResourceFigures figures : resources) {
            sums.computeIfAbsent(figures.name(), name -> new Sum()).add(figures, carriedPerSecond);
        }
    }

    /**
     * All runs together: utilisation and waiting are means over the runs, demand is over all messages.
     *
     * @return in the first run's order, then what only later ones had
     */
    public List<ResourceFigures> figures() {
        return sums.values().stream().map(sum -> sum.pooled(runs)).toList();
    }

    /**
     * How sure a resource's utilisation is.
     *
     * @param name a resource in {@link #figures}
     * @return the interval over the runs that used it
     */
    public Interval utilisation(String name) {
        return Interval.of(sums.get(name).utilisation);
    }
}
