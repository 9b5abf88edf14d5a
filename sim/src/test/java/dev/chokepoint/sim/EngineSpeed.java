package dev.chokepoint.sim;

import dev.chokepoint.host.world.SeededRandom;
import java.util.Locale;

/** What an event of the engine alone costs: an M/M/1 queue at load 0.8. Run its main; not a test. */
final class EngineSpeed {
    private static final int ROUNDS = 6;
    private static final long NANOS = 10_000_000_000_000L;

    private EngineSpeed() {}

    public static void main(String[] args) {
        for (int round = 0; round < ROUNDS; round++) {
            BareStation station = new BareStation(
                    new SeededRandom(round, "speed"),
                    random -> random.nextExponential() * 1.25e6,
                    random -> random.nextExponential() * 1e6,
                    Integer.MAX_VALUE,
                    new Nobody());
            long begun = System.nanoTime();
            station.run(NANOS);
            double elapsed = System.nanoTime() - begun;
            System.out.printf(
                    Locale.ROOT,
                    "%,d events, %.1f ns each, %.1f M/s%n",
                    station.events(),
                    elapsed / station.events(),
                    station.events() / elapsed * 1e3);
        }
    }

    private record Nobody() implements BareStation.Watcher {
        @Override
        public void arrived() {}

        @Override
        public void refused() {}

        @Override
        public void served(double inSystemNanos, double waitedNanos) {}
    }
}
