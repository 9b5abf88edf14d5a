package dev.chokepoint.bench.peers;

import dev.chokepoint.bench.PairedRatio;
import dev.chokepoint.bench.peers.PeerBench.Pair;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The result in Markdown. */
final class PeerTable {
    private PeerTable() {}

    static String of(Contest contest, List<Pair> pairs) {
        StringBuilder text = new StringBuilder(head(contest));
        for (int i = 0; i < pairs.size(); i++) {
            text.append(row(i + 1, pairs.get(i)));
        }
        return text.append(verdict(contest, pairs)).toString();
    }

    private static String head(Contest contest) {
        return String.format(
                Locale.ROOT,
                """
                # %s

                %s Peer: %s. JDK %s, %s %s, %d processors. Made by `bench/run %s`.

                Check that both do the same: %s.

                | pair | ours s | ours CPU s | peer s | peer CPU s | times as fast | ours: check | peer: check |
                | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """,
                contest.title(),
                contest.measured(),
                contest.peer(),
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.getRuntime().availableProcessors(),
                contest.name(),
                contest.check());
    }

    private static String row(int number, Pair pair) {
        return String.format(
                Locale.ROOT,
                "| %d | %.2f | %.2f | %.2f | %.2f | %.2f | %.4f | %.4f |%n",
                number,
                pair.ours().wallSeconds(),
                pair.ours().cpuSeconds(),
                pair.theirs().wallSeconds(),
                pair.theirs().cpuSeconds(),
                pair.wallRatio(),
                pair.ours().check(),
                pair.theirs().check());
    }

    private static String verdict(Contest contest, List<Pair> pairs) {
        PairedRatio wall = ratio(pairs, Pair::wallRatio);
        double ours = mean(pairs, pair -> pair.ours().check());
        double theirs = mean(pairs, pair -> pair.theirs().check());
        double apart = Math.abs(ours - theirs) / theirs;
        return String.format(
                Locale.ROOT,
                """

                Times as fast: %s. Target: lower bound at least %.1f: %s. By CPU time: %s.

                The figures are %.2f %% apart, of at most %.0f %%: %s.
                """,
                wall,
                contest.target(),
                wall.low() >= contest.target() ? "met" : "missed",
                ratio(pairs, Pair::cpuRatio),
                100 * apart,
                100 * contest.tolerance(),
                apart <= contest.tolerance() ? "the same work" : "NOT the same work, so the comparison is void");
    }

    private static PairedRatio ratio(List<Pair> pairs, ToDoubleFunction<Pair> of) {
        return PairedRatio.of(pairs.stream().mapToDouble(of).toArray());
    }

    private static double mean(List<Pair> pairs, ToDoubleFunction<Pair> of) {
        return pairs.stream().mapToDouble(of).average().orElseThrow();
    }
}
