package dev.chokepoint.lab.calibrate;

import dev.chokepoint.host.world.SeededRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Made-up lanes whose costs are known, and what is fitted to them. */
public final class Calibrations {
    static final double WAKE = 3_000;
    static final double READ = 5_000;
    static final double BYTE = 0.5;
    static final double PIECE = 4_000;

    private Calibrations() {}

    /** Lanes on which everything varies by itself, but each write comes with a turn; CPU time is off by {@code noise}. */
    static List<Row> rows(double noise, long seed) {
        SeededRandom random = new SeededRandom(seed, "rows");
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            long reads = 50L + random.nextInt(1_000);
            long wakes = random.nextInt(1_000);
            long bytes = reads * (100L + random.nextInt(20_000));
            long pieces = random.nextInt(1_000);
            long writes = random.nextInt(1_000);
            double cpu = WAKE * wakes + READ * reads + BYTE * bytes + PIECE * pieces + 7_000.0 * writes;
            rows.add(new Row(
                    wakes, reads + writes, 0, reads, writes, bytes, pieces, cpu * (1 + noise * random.nextGaussian())));
        }
        return rows;
    }

    /** A calibration for a machine that does not exist. */
    public static Calibration made() {
        Fit fit = Fit.of(rows(0.05, 1), 1);
        return new Calibration(
                new Calibration.Key("abacus", 2, "none", "25", "abc", "EPOLL", "EVENT_LOOP"),
                Instant.parse("2026-11-22T18:00:00Z"),
                false,
                1_000_000_000,
                fit,
                fit,
                new Hop(50_000, 30_000, 90_000),
                List.of(new HeldOut("server", 1_000, 20_000, 21_000), new HeldOut("clients", 1_000, 20_000, 18_000)));
    }
}
