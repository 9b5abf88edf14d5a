package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Objective.Metric;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of {@code slo}: a metric, {@code <} or {@code >}, and a quantity. */
final class ObjectiveForm implements Form<Objective> {
    private static final Pattern PARTS = Pattern.compile("([A-Za-z0-9.]+) *([<>=!]+) *([^ ].*)");
    private static final int LONGEST = 100;

    @Override
    public Objective read(Node node) throws Unfit {
        String text = Forms.scalar(node, "an objective").value();
        Matcher parts = PARTS.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            throw new Unfit(node, Problems.quoted(text) + " is not an objective", "write such as p99 < 150ms");
        }
        if (!List.of("<", ">").contains(parts.group(2))) {
            throw new Unfit(node, "\"" + parts.group(2) + "\" can't compare", "write < or >, such as p99 < 150ms");
        }
        Metric metric = metric(node, parts.group(1));
        return new Objective(metric, parts.group(2).equals("<"), limit(node, metric, parts.group(3)), text);
    }

    private static Metric metric(Node node, String name) throws Unfit {
        List<String> names = names();
        return Arrays.stream(Metric.values())
                .filter(metric -> nameOf(metric).equals(name))
                .findFirst()
                .orElseThrow(() -> new Unfit(
                        node,
                        "unknown metric " + Problems.quoted(name),
                        Spelling.suggestion(name, names) + "metrics: " + String.join(", ", names)));
    }

    /** As it is written in a scenario. */
    static String nameOf(Metric metric) {
        return switch (metric) {
            case P50 -> "p50";
            case P90 -> "p90";
            case P99 -> "p99";
            case P999 -> "p99.9";
            case MAX -> "max";
            case ERRORS -> "errors";
            case CARRIED -> "carried";
        };
    }

    static List<String> names() {
        return Arrays.stream(Metric.values()).map(ObjectiveForm::nameOf).toList();
    }

    private static Dimension dimension(Metric metric) {
        return switch (metric) {
            case P50, P90, P99, P999, MAX -> Dimension.TIME;
            case ERRORS -> Dimension.FRACTION;
            case CARRIED -> Dimension.RATE;
        };
    }

    private static double limit(Node node, Metric metric, String text) throws Unfit {
        BigDecimal limit;
        try {
            limit = Quantities.parse(dimension(metric), text);
        } catch (QuantityException e) {
            throw new Unfit(node, "the limit of " + nameOf(metric) + ": " + e.getMessage(), e.hint());
        }
        if (limit.signum() < 0) {
            throw new Unfit(node, "the limit of " + nameOf(metric) + " is negative", "write a limit of 0 or more");
        }
        if (metric == Metric.ERRORS && limit.compareTo(BigDecimal.ONE) > 0) {
            throw new Unfit(node, "the limit of errors is above 100%", "write 0% to 100%");
        }
        return limit.doubleValue();
    }
}
