package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Node.Items;
import dev.chokepoint.lab.scenario.Node.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How single values are read. */
final class Forms {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,29})");

    /** Plain scalars that YAML 1.2 takes for a number or a truth value, so that an editor would refuse them as text. */
    private static final Pattern NO_TEXT = Pattern.compile(
            "true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[.](inf|Inf|INF)|[.](nan|NaN|NAN)"
                    + "|[-+]?([.][0-9]+|[0-9]+([.][0-9]*)?)([eE][-+]?[0-9]+)?");

    private Forms() {}

    /** Any text up to a length. */
    static Form<String> text(int longest) {
        return node -> {
            Scalar scalar = scalar(node, "a text");
            if (scalar.plain() && NO_TEXT.matcher(scalar.value()).matches()) {
                throw new Unfit(
                        node,
                        "YAML takes " + scalar.value() + " for a number or a truth value, but it must be a text",
                        "write \"" + scalar.value() + "\"");
            }
            int length = scalar.value().codePointCount(0, scalar.value().length());
            if (length > longest) {
                throw new Unfit(node, "is " + length + " characters long", "at most " + longest + " characters");
            }
            return scalar.value();
        };
    }

    /** A text that fits a pattern. */
    static Form<String> word(int longest, Pattern pattern, String allowed) {
        return node -> {
            String word = text(longest).read(node);
            if (!pattern.matcher(word).matches()) {
                throw new Unfit(node, Problems.quoted(word) + " is not a name", allowed);
            }
            return word;
        };
    }

    /** A whole number without unit. */
    static Form<Long> whole(long min, long max) {
        return node -> {
            Scalar scalar = scalar(node, "a whole number");
            if (!scalar.plain() || !WHOLE.matcher(scalar.value()).matches()) {
                throw new Unfit(
                        node,
                        Problems.quoted(scalar.value()) + " is not a whole number",
                        "write digits only, from " + min + " to " + max);
            }
            BigInteger value = new BigInteger(scalar.value());
            if (value.compareTo(BigInteger.valueOf(min)) < 0 || value.compareTo(BigInteger.valueOf(max)) > 0) {
                throw new Unfit(node, value + " is out of range", "write a number from " + min + " to " + max);
            }
            return value.longValueExact();
        };
    }

    /** A whole number that an int holds. */
    static Form<Integer> count(int min, int max) {
        return node -> Math.toIntExact(whole(min, max).read(node));
    }

    /** One of an enum's constants, in lower case. */
    static <E extends Enum<E>> Form<E> choice(Class<E> type) {
        List<String> words =
                Arrays.stream(type.getEnumConstants()).map(Forms::word).toList();
        return node -> {
            String given = scalar(node, "one word").value();
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> word(constant).equals(given))
                    .findFirst()
                    .orElseThrow(() -> new Unfit(
                            node,
                            "unknown value " + Problems.quoted(given),
                            Spelling.suggestion(given, words) + "allowed: " + String.join(", ", words)));
        };
    }

    /** As scenarios write it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Yes or no. */
    static Form<Boolean> flag() {
        return node -> {
            Scalar scalar = scalar(node, "true or false");
            if (!scalar.plain() || !List.of("true", "false").contains(scalar.value())) {
                throw new Unfit(
                        node, "must be true or false, not " + Problems.quoted(scalar.value()), "write true or false");
            }
            return scalar.value().equals("true");
        };
    }

    /** A time in whole nanoseconds. */
    static Form<Long> time(String min, String max) {
        return quantity(Dimension.TIME, min, max, 1, "1ns");
    }

    /** A time in whole picoseconds. */
    static Form<Long> picos(String min, String max) {
        return quantity(Dimension.TIME, min, max, 1000, "0.001ns");
    }

    /** A size in whole bytes. */
    static Form<Long> size(String min, String max) {
        return quantity(Dimension.SIZE, min, max, 1, "1B");
    }

    /** A bandwidth in whole bits per second. */
    static Form<Long> bandwidth(String min, String max) {
        return quantity(Dimension.BANDWIDTH, min, max, 1, "1bit/s");
    }

    /** A rate per second. */
    static Form<Double> rate(String min, String max) {
        return node -> inRange(node, Dimension.RATE, min, max).doubleValue();
    }

    /** A part of a whole. */
    static Form<Double> fraction() {
        return node -> inRange(node, Dimension.FRACTION, "0%", "100%").doubleValue();
    }

    /** A whole number of packets. */
    static Form<Integer> packets(String min, String max) {
        return node -> Math.toIntExact(
                quantity(Dimension.PACKETS, min, max, 1, "1 packet").read(node));
    }

    private static Form<Long> quantity(Dimension dimension, String min, String max, long steps, String step) {
        return node -> {
            BigDecimal value = inRange(node, dimension, min, max).multiply(BigDecimal.valueOf(steps));
            if (value.stripTrailingZeros().scale() > 0) {
                String given = ((Scalar) node).value();
                throw new Unfit(node, given + " is finer than " + step, "write a multiple of " + step);
            }
            return value.setScale(0, RoundingMode.UNNECESSARY).longValueExact();
        };
    }

    private static BigDecimal inRange(Node node, Dimension dimension, String min, String max) throws Unfit {
        BigDecimal value = value(node, dimension);
        String given = ((Scalar) node).value();
        if (value.compareTo(Quantities.parse(dimension, min)) < 0) {
            throw new Unfit(node, given + " is too small", "write " + min + " to " + max);
        }
        if (value.compareTo(Quantities.parse(dimension, max)) > 0) {
            throw new Unfit(node, given + " is too large", "write " + min + " to " + max);
        }
        return value;
    }

    private static BigDecimal value(Node node, Dimension dimension) throws Unfit {
        try {
            return Quantities.parse(dimension, scalar(node, dimension.title()).value());
        } catch (QuantityException e) {
            throw new Unfit(node, e.getMessage(), e.hint());
        }
    }

    /** A list whose items are each of one form; what is wrong with an item is collected. */
    static <T> Form<List<T>> list(String name, int min, int max, Form<T> form, Problems problems) {
        return node -> {
            if (!(node instanceof Items list)) {
                throw new Unfit(
                        node, "must be a list, " + Section.butIs(node), "write one item a line, each after a dash");
            }
            int size = list.items().size();
            if (size < min || size > max) {
                throw new Unfit(node, "has " + size + " items", "give " + min + " to " + max);
            }
            List<T> good = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                try {
                    good.add(form.read(list.items().get(i)));
                } catch (Unfit e) {
                    e.addTo(problems, name + " " + (i + 1));
                }
            }
            return good;
        };
    }

    static Scalar scalar(Node node, String title) throws Unfit {
        if (node instanceof Scalar scalar && !scalar.isMissing()) {
            return scalar;
        }
        throw new Unfit(
                node, "must be " + title + ", " + Section.butIs(node), "give " + title + ", or leave the key out");
    }
}
