package dev.chokepoint.lab.calibrate;

import dev.chokepoint.host.world.SeededRandom;
import dev.chokepoint.sim.SimCosts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The costs of one kind of lane, fitted to what it did.
 *
 * @param costs one for each unit, in the order of {@link Unit}
 * @param draws other costs that the measurements allow as well, one by one a fit to a bootstrap sample of them (Efron 1979),
 *     nanoseconds in the order of {@link Unit}
 * @param rows how many stretches of time it rests on
 * @param residual root mean square of (predicted - measured) / measured over them
 */
public record Fit(List<Cost> costs, List<List<Double>> draws, int rows, double residual) {
    private static final int DRAWS = 60;
    private static final int ROWS_MIN = 20;
    private static final double PICOS = 1e3;

    /** Given up in this order when they can't be told apart. */
    private static final List<Unit> DOUBTFUL =
            List.of(Unit.TURN, Unit.PIECE, Unit.WAKE, Unit.WRITE, Unit.ACCEPT, Unit.BYTE);

    /** Copies the lists. */
    public Fit {
        costs = List.copyOf(costs);
        draws = draws.stream().map(List::copyOf).toList();
    }

    /**
     * Fits costs to what lanes did.
     *
     * @param rows stretches of time with CPU time in them
     * @param seed of the bootstrap
     * @return the costs
     * @throws IllegalArgumentException too few rows
     */
    public static Fit of(List<Row> rows, long seed) {
        List<Row> busy = rows.stream().filter(row -> row.cpuNanos() > 0).toList();
        if (busy.size() < ROWS_MIN) {
            throw new IllegalArgumentException("costs can't be fitted to " + busy.size()
                    + " stretches of time: at least " + ROWS_MIN + " are needed");
        }
        Set<Unit> apart = apart(busy);
        double[] best = solve(busy, apart);
        List<double[]> draws = bootstrap(busy, apart, seed);
        List<Cost> costs = new ArrayList<>();
        for (Unit unit : Unit.values()) {
            int u = index(unit);
            double[] sorted =
                    draws.stream().mapToDouble(draw -> draw[u]).sorted().toArray();
            costs.add(new Cost(unit, best[u], quantile(sorted, 0.025), quantile(sorted, 0.975), apart.contains(unit)));
        }
        List<List<Double>> boxed =
                draws.stream().map(draw -> Arrays.stream(draw).boxed().toList()).toList();
        Fit fit = new Fit(costs, boxed, busy.size(), 0);
        return new Fit(costs, boxed, busy.size(), fit.error(busy));
    }

    /**
     * A copy that knows what an accepted connection costs.
     *
     * @param beginnings of at least three runs with different numbers of clients
     * @return the copy
     */
    public Fit withAccepts(List<Row> beginnings) {
        Cost accept = AcceptCost.of(beginnings);
        int a = index(Unit.ACCEPT);
        List<Cost> all = new ArrayList<>(costs);
        all.set(a, accept);
        List<List<Double>> drawn = draws.stream()
                .map(draw -> {
                    List<Double> more = new ArrayList<>(draw);
                    more.set(a, accept.nanos());
                    return more;
                })
                .map(List::copyOf)
                .toList();
        return new Fit(all, drawn, rows, residual);
    }

    private static int index(Unit unit) {
        return Arrays.asList(Unit.values()).indexOf(unit);
    }

    private static double quantile(double[] sorted, double fraction) {
        return sorted[(int) Math.round(fraction * (sorted.length - 1))];
    }

    /** The units whose costs can be told from one another. */
    private static Set<Unit> apart(List<Row> rows) {
        EnumSet<Unit> left = EnumSet.allOf(Unit.class);
        left.removeIf(unit -> rows.stream().allMatch(row -> row.count(unit) == 0));
        for (Unit unit : DOUBTFUL.stream().filter(left::contains).toList()) {
            List<Unit> now = List.copyOf(left);
            if (new LeastSquares(matrix(rows, now), cpu(rows)).isExplained(now.indexOf(unit))) {
                left.remove(unit);
            }
        }
        return left;
    }

    private static double[] solve(List<Row> rows, Set<Unit> apart) {
        List<Unit> units = List.copyOf(apart);
        double[] found = new LeastSquares(matrix(rows, units), cpu(rows)).solve();
        double[] all = new double[Unit.values().length];
        for (int i = 0; i < units.size(); i++) {
            all[index(units.get(i))] = found[i];
        }
        return all;
    }

    private static double[][] matrix(List<Row> rows, List<Unit> units) {
        return rows.stream()
                .map(row -> units.stream().mapToDouble(row::count).toArray())
                .toArray(double[][]::new);
    }

    private static double[] cpu(List<Row> rows) {
        return rows.stream().mapToDouble(Row::cpuNanos).toArray();
    }

    private static List<double[]> bootstrap(List<Row> rows, Set<Unit> apart, long seed) {
        SeededRandom random = new SeededRandom(seed, "bootstrap");
        List<double[]> draws = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            List<Row> sample = new ArrayList<>();
            for (int r = 0; r < rows.size(); r++) {
                sample.add(rows.get(random.nextInt(rows.size())));
            }
            draws.add(solve(sample, apart));
        }
        return draws;
    }

    /**
     * How well it says what lanes took.
     *
     * @param rows what they did
     * @return root mean square of (predicted - measured) / measured
     */
    public double error(List<Row> rows) {
        return Math.sqrt(rows.stream()
                .mapToDouble(row -> predictedNanos(row) / row.cpuNanos() - 1)
                .map(off -> off * off)
                .average()
                .orElse(0));
    }

    /**
     * The CPU time that a lane should take.
     *
     * @param row what it does
     * @return nanoseconds
     */
    public double predictedNanos(Row row) {
        return costs.stream()
                .mapToDouble(cost -> cost.nanos() * row.count(cost.unit()))
                .sum();
    }

    /**
     * What the simulator is to charge.
     *
     * @return the best costs
     */
    public SimCosts best() {
        return costs(costs.stream().map(Cost::nanos).toList(), 1);
    }

    /**
     * What the simulator may be to charge as well.
     *
     * @param number which draw, taken round and round
     * @param factor by which all of them are off
     * @return the costs
     */
    public SimCosts drawn(int number, double factor) {
        return costs(draws.get(number % draws.size()), factor);
    }

    private static SimCosts costs(List<Double> nanos, double factor) {
        return new SimCosts(
                rounded(nanos, Unit.WAKE, factor),
                rounded(nanos, Unit.TURN, factor),
                rounded(nanos, Unit.ACCEPT, factor),
                rounded(nanos, Unit.READ, factor),
                rounded(nanos, Unit.WRITE, factor),
                rounded(nanos, Unit.BYTE, factor * PICOS),
                rounded(nanos, Unit.PIECE, factor),
                Map.of());
    }

    private static long rounded(List<Double> nanos, Unit unit, double factor) {
        return Math.round(nanos.get(index(unit)) * factor);
    }
}
