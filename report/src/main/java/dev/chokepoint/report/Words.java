package dev.chokepoint.report;

import dev.chokepoint.host.world.Phase;
import dev.chokepoint.host.world.ResourceUse.Kind;
import dev.chokepoint.lab.capacity.Outcome;
import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.PhaseShare;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.scenario.Quantities;
import dev.chokepoint.lab.scenario.Objective.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain words and figures with units: one place, so that every report says the same. */
final class Words {
    /** Behind a figure that is not known well enough to be relied on. */
    static final String DOUBTED = " ?";

    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(-?[0-9.]+)(.*)");

    private Words() {}

    static String world(World world) {
        return switch (world) {
            case SIMULATION -> "simulation";
            case TWIN -> "twin";
            case LIVE -> "real sockets";
        };
    }

    /** The variable of the style sheet that all charts draw a world in. */
    static String colour(World world) {
        return switch (world) {
            case SIMULATION -> "accent";
            case TWIN -> "third";
            case LIVE -> "second";
        };
    }

    static String heading(WorldResult result) {
        return world(result.world()) + (result.voided().isPresent() ? " (VOID)" : "");
    }

    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case MET -> "met";
            case MISSED -> "MISSED";
            case UNDECIDED -> "undecided";
            case VOID -> "VOID";
        };
    }

    static String in(World world) {
        return switch (world) {
            case SIMULATION -> "in the simulation";
            case TWIN -> "in its twin";
            case LIVE -> "over real sockets";
        };
    }

    static String phase(PhaseShare share) {
        return place(share.place()) + ": " + phase(share.phase());
    }

    /** A resource or a place; a link that is called after one of its ends need not be named beside them. */
    static String place(String name) {
        int space = name.indexOf(' ');
        int arrow = name.indexOf("->");
        if (space < 0 || arrow < space) {
            return name;
        }
        String link = name.substring(0, space);
        String ends = name.substring(space + 1);
        boolean said = ends.startsWith(link + "->") || ends.endsWith("->" + link);
        return said ? ends : name;
    }

    static String phase(Phase phase) {
        return switch (phase) {
            case SOURCE -> "waiting to be sent";
            case CPU -> "computing";
            case HELD -> "held by the program";
            case WINDOW -> "send window";
            case QUEUE -> "link queue";
            case TRANSMIT -> "transmission";
            case TRAVEL -> "propagation";
            case RECOVERY -> "loss recovery";
            case INBOX -> "inbox";
        };
    }

    /** Only windows are counted in bytes; all others are held for a time. */
    static String demand(Kind kind, double unitNanos) {
        return kind == Kind.WINDOW ? Quantities.bytes(unitNanos / 1e9) + "·s" : time(unitNanos);
    }

    static String waiting(Kind kind, double mean, long most) {
        return switch (kind) {
            case LINK, WINDOW, DATAGRAM_BUFFER -> Quantities.bytes(mean) + " / " + Quantities.bytes((double) most);
            case LANE, CPU, OFFLOAD, ACCEPT_QUEUE, CONNECTIONS, CLIENTS ->
                String.format(Locale.ROOT, "%.2f / %,d", mean, most);
        };
    }

    static String time(long nanos) {
        return Quantities.time(nanos);
    }

    static String time(double nanos) {
        return Double.isFinite(nanos) ? Quantities.time(Math.round(nanos)) : "–";
    }

    static String rate(double perSecond) {
        return Double.isFinite(perSecond) ? Quantities.rate(perSecond) : "–";
    }

    static String percent(double fraction) {
        if (fraction > 0 && fraction < 0.0001) {
            return "<0.01 %";
        }
        return Double.isFinite(fraction) ? Quantities.percent(fraction) : "–";
    }

    /** For a small column: no digits after the point. */
    static String wholePercent(double fraction) {
        return percent(Double.isFinite(fraction) ? Math.rint(fraction * 100) / 100 : fraction);
    }

    static String signed(double fraction) {
        return (fraction > 0 ? "+" : "") + percent(fraction);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String measured(Metric metric, double value) {
        return switch (metric) {
            case P50, P90, P99, P999, MAX -> time(value);
            case ERRORS -> percent(value);
            case CARRIED -> rate(value);
        };
    }

    /** A difference's figure, by the unit that its record names. */
    static String figure(String unit, double value) {
        return switch (unit) {
            case "ns" -> time(value);
            case "/s" -> rate(value);
            default -> percent(value);
        };
    }

    /** A figure with what it may be off by, in its own unit: {@code 42.5 ± 0.31 ms}. */
    static String around(String printed, double value, double halfWidth) {
        Matcher parts = NUMBER_AND_UNIT.matcher(printed);
        if (!Double.isFinite(halfWidth) || value == 0 || !parts.matches()) {
            return printed;
        }
        double perUnit = Double.parseDouble(parts.group(1)) / value;
        BigDecimal off = new BigDecimal(halfWidth * Math.abs(perUnit)).round(new MathContext(2));
        String plain = off.signum() == 0 ? "0" : off.stripTrailingZeros().toPlainString();
        return parts.group(1) + " ± " + plain + parts.group(2);
    }

    /** A simulation's figure with its interval; a question mark says that it isn't known well enough. */
    static String estimate(Estimate estimate) {
        String printed = figure(estimate.figure().unit(), estimate.value());
        return switch (estimate.doubt()) {
            case NONE, ONE_RUN, NO_STEADY_STATE -> around(printed, estimate.value(), estimate.halfWidth());
            case WIDE -> around(printed, estimate.value(), estimate.halfWidth()) + DOUBTED;
            case FEW_MESSAGES -> printed + DOUBTED;
        };
    }
}
