package dev.chokepoint.sim.truth;

import dev.chokepoint.host.world.ResourceUse;
import java.util.Arrays;
import java.util.List;

/** What the customers of one replication met, and what the stations' hosts reported. Times in units. */
final class Tally {
    private static final int BINS = 1 << 16;

    private final double[] sojourn;
    private final double[] waiting;
    private final long[] visits;
    private final double[] used;
    private final double[] queued;
    private final Bins total;
    private final Bins wait;
    private long refused;
    private long arrived;
    private double length;

    Tally(int stations, double binWidth) {
        sojourn = new double[stations];
        waiting = new double[stations];
        visits = new long[stations];
        used = new double[stations];
        queued = new double[stations];
        total = new Bins(BINS, binWidth);
        wait = new Bins(BINS, binWidth);
    }

    void clear() {
        Arrays.fill(sojourn, 0);
        Arrays.fill(waiting, 0);
        Arrays.fill(visits, 0);
        total.clear();
        wait.clear();
        refused = 0;
        arrived = 0;
    }

    void arrived() {
        arrived++;
    }

    void refused() {
        refused++;
    }

    void served(int station, double inStation, double waited) {
        sojourn[station] += inStation;
        waiting[station] += waited;
        visits[station]++;
        wait.add(waited);
    }

    void finished(double inSystem) {
        total.add(inSystem);
    }

    /** The utilisation and queue of each station, from what its host reported: of its lane, or of its cores. */
    void read(List<ResourceUse> before, List<ResourceUse> after, Model model, double units) {
        for (int i = 0; i < used.length; i++) {
            Station station = model.stations().get(i);
            String name = station.name() + (station.servers() == 1 ? " lane 0" : " cpu");
            ResourceUse from = find(before, name);
            ResourceUse to = find(after, name);
            read(i, to.usedNanos() - from.usedNanos(), to.waitingNanos() - from.waitingNanos(), units);
        }
    }

    /** The utilisation and queue of one station, from integrals over so many units. */
    void read(int station, double usedNanos, double queuedNanos, double units) {
        used[station] = Model.units(usedNanos) / units;
        queued[station] = Model.units(queuedNanos) / units;
        length = units;
    }

    private static ResourceUse find(List<ResourceUse> uses, String name) {
        return uses.stream().filter(use -> use.name().equals(name)).findFirst().orElseThrow();
    }

    double meanSojourn(int station) {
        return sojourn[station] / visits[station];
    }

    double meanWait(int station) {
        return waiting[station] / visits[station];
    }

    double used(int station) {
        return used[station];
    }

    double queued(int station) {
        return queued[station];
    }

    Bins total() {
        return total;
    }

    Bins waits() {
        return wait;
    }

    /** Finished jobs per unit of time. */
    double throughput() {
        return total.count() / length;
    }

    double lossRatio() {
        return (double) refused / arrived;
    }

    boolean hasLost() {
        return refused > 0;
    }
}
