package dev.chokepoint.lab.scenario;

import dev.chokepoint.host.world.Link;
import dev.chokepoint.lab.scenario.Dimension.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Quantities with their units, read and printed the same on every machine. What is printed has three significant digits and
 * can be read back.
 */
public final class Quantities {
    private static final Pattern FORM = Pattern.compile("([+-]?[0-9]*[.]?[0-9]*) ?(.*)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");
    private static final int LONGEST = 40;
    private static final MathContext PRINTED = new MathContext(3, RoundingMode.HALF_UP);

    private static final List<String> TIMES = List.of("ns", "us", "ms", "s", "min", "h");
    private static final List<String> SIZES = List.of("B", "kB", "MB", "GB");
    private static final List<String> BANDWIDTHS = List.of("bit/s", "kbit/s", "Mbit/s", "Gbit/s");

    private Quantities() {}

    /**
     * A time with the unit that suits it.
     *
     * @param nanos nanoseconds, also negative
     * @return such as {@code 1.5 ms}
     */
    public static String time(long nanos) {
        return inUnits(BigDecimal.valueOf(nanos), Dimension.TIME, TIMES);
    }

    /**
     * A size in decimal units.
     *
     * @param bytes also fractional, as means are
     * @return such as {@code 2.05 kB}; {@code unlimited} for infinity, {@code n/a} for NaN
     */
    public static String bytes(double bytes) {
        return Double.isFinite(bytes) ? inUnits(new BigDecimal(bytes), Dimension.SIZE, SIZES) : notFinite(bytes);
    }

    /**
     * A bandwidth.
     *
     * @param bitsPerSecond bits per second, or {@link Link#UNLIMITED}
     * @return such as {@code 100 Mbit/s}
     */
    public static String bandwidth(long bitsPerSecond) {
        return bitsPerSecond == Link.UNLIMITED
                ? "unlimited"
                : inUnits(BigDecimal.valueOf(bitsPerSecond), Dimension.BANDWIDTH, BANDWIDTHS);
    }

    /**
     * A rate; thousands from 10,000 on.
     *
     * @param perSecond events per second
     * @return such as {@code 400/s} or {@code 12.5k/s}; {@code unlimited} for infinity, {@code n/a} for NaN
     */
    public static String rate(double perSecond) {
        if (!Double.isFinite(perSecond)) {
            return notFinite(perSecond);
        }
        BigDecimal rounded = rounded(new BigDecimal(perSecond));
        double size = rounded.abs().doubleValue();
        int zeros = size >= 1e6 ? 6 : size >= 1e4 ? 3 : 0;
        return plain(rounded.movePointLeft(zeros)) + (zeros == 6 ? "M/s" : zeros == 3 ? "k/s" : "/s");
    }

    /**
     * A fraction as percentage.
     *
     * @param fraction 0 to 1
     * @return such as {@code 43.2 %}; {@code n/a} for NaN
     */
    public static String percent(double fraction) {
        return Double.isFinite(fraction)
                ? plain(rounded(new BigDecimal(fraction)).movePointRight(2)) + " %"
                : notFinite(fraction);
    }

    private static String notFinite(double value) {
        return Double.isNaN(value) ? "n/a" : value > 0 ? "unlimited" : "-unlimited";
    }

    private static String inUnits(BigDecimal value, Dimension dimension, List<String> symbols) {
        BigDecimal rounded = rounded(value);
        Unit chosen = dimension.unit(symbols.getFirst()).orElseThrow();
        for (String symbol : symbols) {
            Unit unit = dimension.unit(symbol).orElseThrow();
            if (rounded.abs().compareTo(BigDecimal.valueOf(unit.times())) >= 0) {
                chosen = unit;
            }
        }
        BigDecimal inUnit = value.divide(BigDecimal.valueOf(chosen.times()), MathContext.DECIMAL64);
        return plain(rounded(inUnit)) + " " + chosen.symbol();
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.round(PRINTED);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /**
     * Reads a quantity: a decimal number and a unit, with at most one space between.
     *
     * @param dimension what it must measure
     * @param text such as {@code 20ms}
     * @return the exact value in the dimension's base unit (a division, as of {@code /min}, is rounded to 34 digits)
     * @throws QuantityException what is wrong with the text, and what to write
     */
    public static BigDecimal parse(Dimension dimension, String text) {
        Matcher parts = FORM.matcher(text);
        if (text.length() > LONGEST || !parts.matches() || parts.group(1).isEmpty()) {
            throw new QuantityException(shown(text) + " is not " + dimension.title(), example(dimension));
        }
        String number = parts.group(1);
        String symbol = parts.group(2);
        Unit unit = dimension.unit(symbol).orElseThrow(() -> wrongUnit(dimension, text, number, symbol));
        if (!NUMBER.matcher(number).matches()) {
            throw new QuantityException(
                    "\"" + number + "\" in " + text + " is not a number", "write digits, such as 20 or 1.5");
        }
        return new BigDecimal(number)
                .multiply(BigDecimal.valueOf(unit.times()))
                .divide(BigDecimal.valueOf(unit.per()), MathContext.DECIMAL128);
    }

    private static QuantityException wrongUnit(Dimension dimension, String text, String number, String symbol) {
        if (symbol.isEmpty()) {
            return new QuantityException(text + " has no unit", "write " + withUnits(dimension, number));
        }
        String hint = Spelling.suggestion(symbol, dimension.symbols()) + units(dimension);
        return Dimension.of(symbol)
                .map(other -> new QuantityException(
                        text + " is " + other.title() + ", not " + dimension.title(), units(dimension)))
                .orElseGet(() -> new QuantityException("unknown unit \"" + symbol + "\" in " + text, hint));
    }

    private static String withUnits(Dimension dimension, String number) {
        return dimension.symbols().stream()
                .map(symbol -> number + symbol)
                .collect(Collectors.joining(", "))
                .replaceFirst(", (?!.*, )", " or ");
    }

    private static String example(Dimension dimension) {
        return "write a number and a unit, such as " + dimension.example() + "; " + units(dimension);
    }

    private static String units(Dimension dimension) {
        return "units: " + String.join(", ", dimension.symbols());
    }

    private static String shown(String text) {
        return "\"" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text) + "\"";
    }
}
