package dev.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of OpenMetrics' text form (the specification's section "Text format"): what {@code promtool check metrics}
 * wants, and that the text ends as it must.
 */
final class Exposition {
    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";
    private static final Pattern COMMENT = Pattern.compile("# (TYPE|HELP|UNIT) (" + NAME + ") (.+)");
    private static final Pattern SAMPLE = Pattern.compile(
            "(" + NAME + ")(\\{" + LABEL + "(?:," + LABEL + ")*\\})? (-?[0-9.]+(?:[eE][-+]?[0-9]+)?|NaN|\\+Inf)");
    private static final Map<String, List<String>> SUFFIXES = Map.of(
            "counter", List.of("_total", "_created"),
            "gauge", List.of(""),
            "info", List.of("_info"),
            "summary", List.of("", "_count", "_sum", "_created"));

    private final Map<String, String> types = new HashMap<>();
    private final Map<String, Double> samples = new HashMap<>();
    private final Set<String> helped = new HashSet<>();

    /** Reads it, or says which line is wrong. */
    static Map<String, Double> samples(String text) {
        Exposition exposition = new Exposition();
        assertThat(text).endsWith("\n# EOF\n");
        text.substring(0, text.length() - "# EOF\n".length()).lines().forEach(exposition::line);
        assertThat(exposition.helped).as("every family says what it is").isEqualTo(exposition.types.keySet());
        return exposition.samples;
    }

    private void line(String line) {
        Matcher comment = COMMENT.matcher(line);
        Matcher sample = SAMPLE.matcher(line);
        if (comment.matches()) {
            switch (comment.group(1)) {
                case "TYPE" ->
                    assertThat(types.put(comment.group(2), comment.group(3)))
                            .as(line)
                            .isNull();
                case "HELP" -> helped.add(comment.group(2));
                default -> {}
            }
        } else {
            assertThat(line).matches(SAMPLE);
            assertThat(sample.matches()).isTrue();
            String labels = sample.group(2) == null ? "" : sample.group(2);
            assertThat(types)
                    .as(line)
                    .anySatisfy((family, type) -> assertThat(SUFFIXES.get(type))
                            .contains(
                                    sample.group(1).startsWith(family)
                                            ? sample.group(1).substring(family.length())
                                            : "no"));
            assertThat(samples.put(sample.group(1) + labels, Double.parseDouble(sample.group(3))))
                    .as("twice: " + line)
                    .isNull();
        }
    }
}
