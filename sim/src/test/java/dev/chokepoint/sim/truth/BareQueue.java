package dev.chokepoint.sim.truth;

import dev.chokepoint.host.world.SeededRandom;
import dev.chokepoint.sim.BareStation;

/** Runs a {@link BareStation} into a {@link Tally}. */
final class BareQueue {
    private BareQueue() {}

    static Tally run(
            long seed, double rate, Station.Law service, int capacity, double warmUp, double length, double binWidth) {
        Tally tally = new Tally(1, binWidth);
        BareStation station = new BareStation(
                new SeededRandom(seed, "bare"),
                random -> random.nextExponential() / rate * Model.nanos(1),
                random -> service.draw(random) * Model.nanos(1),
                capacity,
                new Counted(tally));
        station.run(Model.nanos(warmUp));
        tally.clear();
        double busy = station.busyNanos();
        double queue = station.queueNanos();
        station.run(Model.nanos(length));
        tally.read(0, station.busyNanos() - busy, station.queueNanos() - queue, length);
        return tally;
    }

    private record Counted(Tally tally) implements BareStation.Watcher {
        @Override
        public void arrived() {
            tally.arrived();
        }

        @Override
        public void refused() {
            tally.refused();
        }

        @Override
        public void served(double inSystemNanos, double waitedNanos) {
            tally.served(0, Model.units(inSystemNanos), Model.units(waitedNanos));
            tally.finished(Model.units(inSystemNanos));
        }
    }
}
