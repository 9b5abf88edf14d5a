package dev.chokepoint.bench.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What the runs say, as Markdown: one row a scenario and load. */
final class AgreementTable {
    private static final String HEAD = """
            | scenario | load | runs (void) | live p50 − way, median (least – most) | twin | off by, median (worst) | interval | covers |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            """;
    private static final String CAPACITY_HEAD = """
            | scenario | runs (void) | live capacity, median (least – most) | twin | off by, median (worst) | interval | covers |
            | --- | --- | --- | --- | --- | --- | --- |
            """;

    private AgreementTable() {}

    static String of(List<Setting> settings, List<Sample> samples) {
        StringBuilder text = new StringBuilder(HEAD);
        for (Setting setting : settings) {
            for (double load : AgreementBench.LOADS) {
                text.append(row(setting, load, of(samples, setting, load)));
            }
        }
        text.append('\n').append(CAPACITY_HEAD);
        for (Setting setting : settings) {
            text.append(capacity(setting, of(samples, setting, Sample.OVERLOAD)));
        }
        List<Sample> judged = samples.stream()
                .filter(sample -> !sample.voided() && sample.load() < Sample.OVERLOAD)
                .toList();
        return text
                + String.format(
                        Locale.ROOT,
                        "%nIn all, the interval of p50 covered %d of %d runs; p50 was within 20 %% in %d of them.%n",
                        judged.stream().filter(Sample::p50Covered).count(),
                        judged.size(),
                        judged.stream()
                                .filter(sample -> Math.abs(sample.p50Off()) <= 0.2)
                                .count());
    }

    private static List<Sample> of(List<Sample> samples, Setting setting, double load) {
        return samples.stream()
                .filter(sample -> sample.setting().equals(setting.name()) && sample.load() == load)
                .toList();
    }

    private static String row(Setting setting, double load, List<Sample> all) {
        List<Sample> good = all.stream().filter(sample -> !sample.voided()).toList();
        if (good.isEmpty()) {
            return "";
        }
        return "| " + setting.name() + " | " + Math.round(100 * load) + " % | "
                + figures(
                        all,
                        good,
                        Sample::p50Live,
                        Sample::p50Twin,
                        Sample::p50Off,
                        Sample::p50Width,
                        1e6,
                        " ms",
                        good.stream().filter(Sample::p50Covered).count());
    }

    private static String capacity(Setting setting, List<Sample> all) {
        List<Sample> good = all.stream().filter(sample -> !sample.voided()).toList();
        if (good.isEmpty()) {
            return "";
        }
        return "| " + setting.name() + " | "
                + figures(
                        all,
                        good,
                        Sample::carriedLive,
                        Sample::carriedTwin,
                        Sample::carriedOff,
                        Sample::carriedWidth,
                        1,
                        "/s",
                        good.stream().filter(Sample::carriedCovered).count());
    }

    private static String figures(
            List<Sample> all,
            List<Sample> good,
            ToDoubleFunction<Sample> live,
            ToDoubleFunction<Sample> twin,
            ToDoubleFunction<Sample> off,
            ToDoubleFunction<Sample> width,
            double unit,
            String symbol,
            long covered) {
        double[] lives = sorted(good, live);
        double[] offs = sorted(good, off);
        double worst = Math.abs(offs[0]) > Math.abs(offs[offs.length - 1]) ? offs[0] : offs[offs.length - 1];
        return String.format(
                Locale.ROOT,
                "%d (%d) | %.4g%s (%.4g – %.4g) | %.4g%s | %+.1f %% (%+.1f %%) | ± %.1f %% | %d of %d |%n",
                all.size(),
                all.size() - good.size(),
                median(lives) / unit,
                symbol,
                lives[0] / unit,
                lives[lives.length - 1] / unit,
                median(sorted(good, twin)) / unit,
                symbol,
                100 * median(offs),
                100 * worst,
                100 * median(sorted(good, width)),
                covered,
                good.size());
    }

    private static double[] sorted(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return samples.stream().mapToDouble(figure).sorted().toArray();
    }

    private static double median(double[] sorted) {
        return Arrays.stream(sorted).skip((sorted.length - 1) / 2).findFirst().orElse(Double.NaN);
    }

    static String about(List<Setting> settings) {
        return settings.stream()
                .map(setting -> "- **" + setting.name() + "**: " + setting.about())
                .collect(Collectors.joining("\n"));
    }
}
