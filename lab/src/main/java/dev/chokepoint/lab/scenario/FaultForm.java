package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Node.Entries;
import dev.chokepoint.lab.scenario.Node.Entry;
import dev.chokepoint.lab.scenario.PlannedFault.Action;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of {@code faults}: a moment, and what happens then, such as {@code at 10s: crash server-2}. */
final class FaultForm implements Form<PlannedFault> {
    private static final Pattern MOMENT = Pattern.compile("at +([^ ].*)");
    private static final Pattern ONE = Pattern.compile("(crash|power-off|restart) +([^ ,]+)");
    private static final Pattern PARTITION =
            Pattern.compile("partition +([^ ].*?) +from +([^ ].*?)(?: +for +([^ ].*))?");
    private static final Pattern DELAY =
            Pattern.compile("delay +([^ ].*?) +from +([^ ,]+) +to +([^ ,]+)(?: +for +([^ ].*))?");
    private static final int LONGEST = 500;
    private static final long FOR_EVER = Long.MAX_VALUE;

    static final List<String> VERBS = List.of("crash", "power-off", "restart", "partition", "delay");

    @Override
    public PlannedFault read(Node node) throws Unfit {
        if (!(node instanceof Entries moments) || moments.entries().size() != 1) {
            throw new Unfit(
                    node,
                    "must be one moment with what happens then, " + Section.butIs(node),
                    "write such as - at 10s: crash server");
        }
        Entry entry = moments.entries().getFirst();
        Matcher moment = MOMENT.matcher(entry.key().value());
        if (!moment.matches()) {
            throw new Unfit(
                    entry.key(),
                    Problems.quoted(entry.key().value()) + " is not a moment",
                    "write at and a time, such as at 10s");
        }
        long at = time(entry.key(), moment.group(1));
        String text = Forms.scalar(entry.value(), "what happens").value();
        if (text.length() > LONGEST) {
            throw new Unfit(
                    entry.value(), "is " + text.length() + " characters long", "at most " + LONGEST + " characters");
        }
        return new PlannedFault(at, action(entry.value(), text), entry.key().value() + ": " + text);
    }

    private static Action action(Node node, String text) throws Unfit {
        Matcher one = ONE.matcher(text);
        if (one.matches()) {
            return switch (one.group(1)) {
                case "crash" -> new PlannedFault.CrashProcess(one.group(2));
                case "power-off" -> new PlannedFault.PowerOff(one.group(2));
                default -> new PlannedFault.Restart(one.group(2));
            };
        }
        Matcher partition = PARTITION.matcher(text);
        if (partition.matches()) {
            return new PlannedFault.Partition(
                    names(partition.group(1)), names(partition.group(2)), lasts(node, partition.group(3)));
        }
        Matcher delay = DELAY.matcher(text);
        if (delay.matches()) {
            long nanos = time(node, delay.group(1));
            return new PlannedFault.Slow(nanos, delay.group(2), delay.group(3), lasts(node, delay.group(4)));
        }
        String verb = text.split(" ", 2)[0];
        throw new Unfit(
                node,
                Problems.quoted(text) + " is nothing that can happen",
                Spelling.suggestion(verb, VERBS) + "write crash HOST, power-off HOST, restart HOST,"
                        + " partition HOSTS from HOSTS [for TIME], or delay TIME from HOST to HOST [for TIME]");
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static long lasts(Node node, String text) throws Unfit {
        return text == null ? FOR_EVER : time(node, text);
    }

    private static long time(Node node, String text) throws Unfit {
        try {
            BigDecimal time = Quantities.parse(Dimension.TIME, text);
            if (time.signum() < 0 || time.compareTo(Quantities.parse(Dimension.TIME, "24h")) > 0) {
                throw new Unfit(node, "the time " + text + " is out of range", "write 0s to 24h");
            }
            return time.longValue();
        } catch (QuantityException e) {
            throw new Unfit(node, e.getMessage(), e.hint());
        }
    }
}
