package dev.chokepoint.bench.chat;

import dev.chokepoint.bench.PairedRatio;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What the runs say, as Markdown: the median of each figure, and ours against the others' in the same rounds. */
final class ChatTable {

    private final List<Sample> samples;

    private ChatTable(List<Sample> samples) {
        this.samples = samples;
    }

    static String of(List<Sample> samples) {
        return new ChatTable(samples).text();
    }

    private String text() {
        int rounds = samples.stream().mapToInt(Sample::round).max().orElse(0);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                """
                # Chat servers side by side

                One sender, N members of one room, 64 B of text, loopback; each server in one process on one core, the same client in a
                process on another; medians of %s. JDK %s, %s %s, %d processors. `%s` is ours over IRC, `%s` ours over NATS's protocol.
                Made by `bench/run chat`.

                | server | thousand deliveries/s flat out, N = 10 | N = 100 | N = 1000 | server's CPU per delivery at N = 100 | p50 / p99 at 200 messages/s, N = 100 | 1,000 join | 5,000 join | 15,000 idle |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """,
                rounds + (rounds == 1 ? " round" : " rounds"),
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.getRuntime().availableProcessors(),
                Contestant.CHAT,
                Contestant.BROKER));
        for (Contestant contestant : Contestant.values()) {
            text.append(row(contestant));
        }
        text.append('\n');
        for (Trial trial : List.of(Trial.SPEECH_10, Trial.SPEECH_100, Trial.SPEECH_1000)) {
            String what = "deliveries/s, N = " + trial.members();
            text.append(against(what, trial, Figure.DELIVERIES, Contestant.INSPIRCD, true));
            text.append(against(what, trial, Figure.DELIVERIES, Contestant.NATS, true));
        }
        text.append(against("CPU per delivery", Trial.SPEECH_100, Figure.CPU, Contestant.INSPIRCD, false));
        for (Contestant other : List.of(Contestant.INSPIRCD, Contestant.NGIRCD, Contestant.NATS)) {
            text.append(against("p99", Trial.SPEECH_100, Figure.P99, other, false));
        }
        return text.append(limit("1,000 clients join", Trial.SPEECH_1000, Figure.JOIN, 2, "s"))
                .append(limit("5,000 clients join", Trial.JOIN_5000, Figure.JOIN, 30, "s"))
                .append(limit("15,000 idle connections", Trial.IDLE_15000, Figure.MEMORY, 300, "MB"))
                .append(clients())
                .toString();
    }

    private String row(Contestant who) {
        return "| " + who + " | " + figure(Trial.SPEECH_10, who, Figure.DELIVERIES, 1e-3, "%.0f") + " | "
                + figure(Trial.SPEECH_100, who, Figure.DELIVERIES, 1e-3, "%.0f") + " | "
                + figure(Trial.SPEECH_1000, who, Figure.DELIVERIES, 1e-3, "%.0f") + " | "
                + figure(Trial.SPEECH_100, who, Figure.CPU, 1e-3, "%.3f µs") + " | "
                + figure(Trial.SPEECH_100, who, Figure.P50, 1, "%.2f") + " / "
                + figure(Trial.SPEECH_100, who, Figure.P99, 1, "%.2f ms") + " | "
                + figure(Trial.SPEECH_1000, who, Figure.JOIN, 1, "%.2f s") + " | "
                + figure(Trial.JOIN_5000, who, Figure.JOIN, 1, "%.1f s") + " | "
                + figure(Trial.IDLE_15000, who, Figure.MEMORY, 1, "%.0f MB") + " |\n";
    }

    private String figure(Trial trial, Contestant who, Figure figure, double unit, String form) {
        if (figure == Figure.JOIN && who.protocol() == Protocol.NATS) {
            return "–"; // nobody is told who joins
        }
        double[] values = values(trial, who, figure);
        return values.length == 0 ? "–" : String.format(Locale.ROOT, form, median(values) * unit);
    }

    private double[] values(Trial trial, Contestant who, Figure figure) {
        return samples.stream()
                .filter(sample -> sample.trial() == trial && sample.contestant() == who && sample.figure() == figure)
                .mapToDouble(Sample::value)
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Ours to the other's, round by round; which side of 1 is the good one depends on the figure. */
    private String against(String what, Trial trial, Figure figure, Contestant other, boolean more) {
        double[] ratios = samples.stream()
                .filter(sample -> sample.isOf(trial, Contestant.CHAT, sample.round()) && sample.figure() == figure)
                .mapToDouble(ours ->
                        ours.value() / of(trial, other, ours.round(), figure).orElse(Double.NaN))
                .filter(ratio -> !Double.isNaN(ratio))
                .toArray();
        if (ratios.length == 0) {
            return "";
        }
        PairedRatio ratio = PairedRatio.of(ratios);
        double good = more ? ratio.low() - 1 : 1 - ratio.high();
        double bad = more ? 1 - ratio.high() : ratio.low() - 1;
        String verdict = good >= 0 ? "met" : bad > 0 ? "missed" : "not significant";
        return "- " + what + ", ours to " + other + "'s: " + ratio + "; wanted: " + (more ? "at least 1" : "at most 1")
                + ": " + verdict + ".\n";
    }

    private OptionalDouble of(Trial trial, Contestant who, int round, Figure figure) {
        return samples.stream()
                .filter(sample -> sample.isOf(trial, who, round) && sample.figure() == figure)
                .mapToDouble(Sample::value)
                .findFirst();
    }

    /** The worst of our runs against what is wanted. */
    private String limit(String what, Trial trial, Figure figure, double most, String unit) {
        double[] values = values(trial, Contestant.CHAT, figure);
        if (values.length == 0) {
            return "";
        }
        double worst = values[values.length - 1];
        return String.format(
                Locale.ROOT,
                "- %s: %.2f %s at worst (n = %d); wanted: at most %.0f %s: %s.%n",
                what,
                worst,
                unit,
                values.length,
                most,
                unit,
                worst <= most ? "met" : "missed");
    }

    /** A client that is busy all the time measures itself. */
    private String clients() {
        double[] busy = samples.stream()
                .filter(sample -> sample.figure() == Figure.CLIENT_BUSY)
                .mapToDouble(Sample::value)
                .toArray();
        return busy.length == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%nThe client used %.0f %% of its core at most while it measured deliveries/s.%n",
                        100 * Arrays.stream(busy).max().orElse(0));
    }
}
