package dev.chokepoint.bench.agreement;

import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.lab.run.RunResult.Difference;
import java.util.Locale;

/**
 * One live run beside its twin. Times are without propagation and serialisation.
 *
 * @param setting the scenario's name
 * @param load part of the capacity that was offered; 2 for the run that measures the capacity
 * @param run which of its repetitions
 * @param p50Live median, ns
 * @param p50Twin median, ns
 * @param p50HalfWidth of the twin's interval for one more run
 * @param carriedLive per second
 * @param carriedTwin per second
 * @param carriedHalfWidth of the twin's interval
 * @param voided whether the live run is void
 */
record Sample(
        String setting,
        double load,
        int run,
        double p50Live,
        double p50Twin,
        double p50HalfWidth,
        double carriedLive,
        double carriedTwin,
        double carriedHalfWidth,
        boolean voided) {
    /** The load at which capacities are measured. */
    static final double OVERLOAD = 2;

    static Sample of(Setting setting, double load, int run, RunResult result) {
        Difference p50 = difference(result, "latency p50");
        Difference carried = difference(result, "carried");
        WorldResult live = result.worlds().getLast();
        return new Sample(
                setting.name(),
                load,
                run,
                p50.live() - setting.wayNanos(),
                p50.simulated() - setting.wayNanos(),
                p50.simulatedHalfWidth(),
                carried.live(),
                carried.simulated(),
                carried.simulatedHalfWidth(),
                live.voided().isPresent());
    }

    private static Difference difference(RunResult result, String figure) {
        return result.differences().stream()
                .filter(d -> d.world() == World.TWIN && d.figure().equals(figure))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the run has no twin: " + result.worlds().getLast().notes()));
    }

    /** (live - twin) / twin of the median. */
    double p50Off() {
        return p50Live / p50Twin - 1;
    }

    double carriedOff() {
        return carriedLive / carriedTwin - 1;
    }

    /** Half-width / value, of what remains. */
    double p50Width() {
        return p50HalfWidth / p50Twin;
    }

    double carriedWidth() {
        return carriedHalfWidth / carriedTwin;
    }

    boolean p50Covered() {
        return Math.abs(p50Live - p50Twin) <= p50HalfWidth;
    }

    boolean carriedCovered() {
        return Math.abs(carriedLive - carriedTwin) <= carriedHalfWidth;
    }

    /** A line of the file that makes the bench go on where it was. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%s,%s,%d,%.0f,%.0f,%.0f,%.3f,%.3f,%.3f,%b",
                setting,
                load,
                run,
                p50Live,
                p50Twin,
                p50HalfWidth,
                carriedLive,
                carriedTwin,
                carriedHalfWidth,
                voided);
    }

    static Sample parse(String line) {
        String[] f = line.split(",", -1);
        return new Sample(
                f[0],
                Double.parseDouble(f[1]),
                Integer.parseInt(f[2]),
                Double.parseDouble(f[3]),
                Double.parseDouble(f[4]),
                Double.parseDouble(f[5]),
                Double.parseDouble(f[6]),
                Double.parseDouble(f[7]),
                Double.parseDouble(f[8]),
                Boolean.parseBoolean(f[9]));
    }
}
