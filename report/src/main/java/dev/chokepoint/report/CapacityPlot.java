package dev.chokepoint.report;

import dev.chokepoint.lab.capacity.Capacity;
import dev.chokepoint.lab.capacity.CapacityResult;
import dev.chokepoint.lab.capacity.Knee;
import dev.chokepoint.lab.capacity.LoadPoint;
import dev.chokepoint.lab.capacity.WorldCapacity;
import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.scenario.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Latency against load as characters: latency in the logarithm upwards, load to the right, limits as dotted lines. */
final class CapacityPlot {
    private static final int HEIGHT = 12;
    private static final int MARGIN = 9;
    private static final int WIDEST = 90;

    private final CapacityResult result;
    private final WorldCapacity world;
    private final List<LoadPoint> points;
    private final int width;
    private final double largestLoad;
    private final double leastNanos;
    private final double mostNanos;
    private final char[][] grid;

    private CapacityPlot(CapacityResult result, WorldCapacity world, List<LoadPoint> points, int columns) {
        this.result = result;
        this.world = world;
        this.points = points;
        width = Math.min(WIDEST, columns) - MARGIN - 2;
        largestLoad = points.getLast().load();
        leastNanos = latencies(Figure.P50).min().orElseThrow() / 1.2;
        mostNanos = latencies(Figure.P99).max().orElseThrow() * 1.2;
        grid = new char[HEIGHT][width];
        Arrays.stream(grid).forEach(row -> Arrays.fill(row, ' '));
    }

    /** Lines of at most so many columns; none where nothing was delivered. */
    static List<String> lines(CapacityResult result, WorldCapacity world, int columns) {
        List<LoadPoint> drawn =
                world.points().stream().filter(point -> point.delivered() > 0).toList();
        return drawn.size() < 2 ? List.of() : new CapacityPlot(result, world, drawn, columns).draw();
    }

    private DoubleStream latencies(Figure figure) {
        return points.stream().mapToDouble(point -> nanos(point, figure));
    }

    private static double nanos(LoadPoint point, Figure figure) {
        return Math.max(1, point.of(figure).map(Estimate::value).orElseThrow());
    }

    private List<String> draw() {
        limits().forEach(this::limit);
        for (LoadPoint point : points) {
            grid[row(nanos(point, Figure.P50))][column(point.load())] = '○';
        }
        for (LoadPoint point : points) {
            grid[row(nanos(point, Figure.P99))][column(point.load())] = '●';
        }
        List<String> lines = new ArrayList<>();
        lines.add("Latency " + Words.in(world.world()) + " by load: ● p99, ○ p50");
        for (int row = 0; row < HEIGHT; row++) {
            lines.add(Text.pad(label(row), MARGIN, true) + " │" + new String(grid[row]).stripTrailing());
        }
        lines.add(" ".repeat(MARGIN) + " └" + "─".repeat(width));
        lines.add(" ".repeat(MARGIN + 2) + marks());
        lines.add(" ".repeat(MARGIN + 2) + Text.pad("0", width - Text.width(largest()), false) + largest());
        return lines;
    }

    private String largest() {
        return result.axis().text(largestLoad);
    }

    /** The objectives' latencies that lie within the picture. */
    private Stream<Objective> limits() {
        return result.scenario().objectives().stream()
                .filter(CapacityPlot::isLatency)
                .filter(objective -> objective.limit() > leastNanos && objective.limit() < mostNanos);
    }

    private void limit(Objective objective) {
        char[] row = grid[row(objective.limit())];
        Arrays.fill(row, '┄');
        String text = " " + Text.clean(objective.text()) + " ";
        text.getChars(0, Math.min(text.length(), width - 2), row, 2);
    }

    static boolean isLatency(Objective objective) {
        return switch (objective.metric()) {
            case P50, P90, P99, P999, MAX -> true;
            case ERRORS, CARRIED -> false;
        };
    }

    private int row(double nanos) {
        double part = Math.log(nanos / leastNanos) / Math.log(mostNanos / leastNanos);
        return Math.clamp(Math.round((1 - part) * (HEIGHT - 1)), 0, HEIGHT - 1);
    }

    private int column(double load) {
        return Math.clamp(Math.round(load / largestLoad * (width - 1)), 0, width - 1);
    }

    private String label(int row) {
        if (row % 3 != 0 && row != HEIGHT - 1) {
            return "";
        }
        double part = 1 - row / (HEIGHT - 1.0);
        return Words.time(leastNanos * Math.pow(mostNanos / leastNanos, part));
    }

    /** Below the axis: the ends of the capacity, and the knee. */
    private String marks() {
        char[] line = " ".repeat(width).toCharArray();
        Capacity capacity = world.capacity();
        world.knee().map(Knee::point).ifPresent(knee -> line[column(knee.load())] = 'K');
        capacity.above().ifPresent(above -> line[column(above.load())] = ']');
        capacity.met().ifPresent(met -> line[column(met.load())] = '[');
        String drawn = new String(line).stripTrailing();
        String legend = (world.knee().isPresent() ? "K knee, " : "") + "[ ] capacity";
        int left = drawn.length() - drawn.stripLeading().length();
        return left > legend.length() + 1 ? legend + drawn.substring(legend.length()) : drawn;
    }
}
