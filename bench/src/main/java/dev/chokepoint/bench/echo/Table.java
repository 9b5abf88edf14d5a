package dev.chokepoint.bench.echo;

import dev.chokepoint.bench.PairedRatio;
import java.util.List;
import java.util.Locale;

/** The result in Markdown. */
final class Table {
    private Table() {}

    static String of(Options options, List<Pair> pairs, double targetRatio) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                """
                # What the seam costs: a 64-byte echo

                %d connections, %,d messages/s offered, transport %s, JDK %s, %s %s, %d processors; each run %d s of warm-up
                and %d s measured with a fresh server process on one core and the client on another. Made by `bench/run echo`.

                | pair | seam CPU ns/message | Netty CPU ns/message | ratio | seam p50 / p99 µs | Netty p50 / p99 µs | carried/s |
                | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """,
                options.connections(),
                options.rate(),
                options.transport(),
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.getRuntime().availableProcessors(),
                options.warmSeconds(),
                options.measureSeconds()));
        for (int i = 0; i < pairs.size(); i++) {
            text.append(row(i + 1, pairs.get(i), options.measureSeconds()));
        }
        return text.append(verdict(pairs, targetRatio)).toString();
    }

    private static String row(int number, Pair pair, int seconds) {
        return String.format(
                Locale.ROOT,
                "| %d | %.0f | %.0f | %.3f | %s | %s | %,d / %,d |%n",
                number,
                pair.seam().cpuNanosPerMessage(),
                pair.netty().cpuNanosPerMessage(),
                pair.ratio(),
                latency(pair.seam()),
                latency(pair.netty()),
                pair.seam().messages() / seconds,
                pair.netty().messages() / seconds);
    }

    private static String latency(Run run) {
        return String.format(Locale.ROOT, "%.0f / %.0f", run.p50Nanos() / 1e3, run.p99Nanos() / 1e3);
    }

    private static String verdict(List<Pair> pairs, double targetRatio) {
        PairedRatio ratio =
                PairedRatio.of(pairs.stream().mapToDouble(Pair::ratio).toArray());
        return String.format(
                Locale.ROOT,
                "%nRatio %s. Target: upper bound at most %.2f: %s.%n",
                ratio,
                targetRatio,
                ratio.high() <= targetRatio ? "met" : "missed");
    }
}
