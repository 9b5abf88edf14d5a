package dev.chokepoint.lab.measure;

import dev.chokepoint.host.world.Phase;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where the time of all measured messages went.
 *
 * @param count messages
 * @param meanNanos by stage
 * @param tailMeanNanos by stage, of the slowest 1 % of the kept rows (at least one)
 * @param metAtNanos by stage, the mean time from a message's beginning to its entering it
 * @param byOrigin the same means for the messages that began in each stage
 */
public record PhaseSums(
        long count,
        List<Double> meanNanos,
        List<Double> tailMeanNanos,
        List<Double> metAtNanos,
        Map<Integer, OriginMeans> byOrigin) {
    /**
     * The messages that began in one stage.
     *
     * @param count how many
     * @param meanNanos by stage
     */
    public record OriginMeans(long count, List<Double> meanNanos) {}

    static PhaseSums of(PhaseMeter.OriginSums[] origins, long[][] rows, double[] metAt) {
        long count = 0;
        double[] mean = new double[PhaseMeter.STAGES_MAX];
        Map<Integer, OriginMeans> byOrigin = new LinkedHashMap<>();
        for (int origin = 0; origin < origins.length; origin++) {
            if (origins[origin] != null) {
                long n = origins[origin].count;
                long[] spent = origins[origin].spentNanos;
                byOrigin.put(origin, new OriginMeans(n, means(spent, n)));
                count += n;
                Arrays.setAll(mean, i -> mean[i] + spent[i]);
            }
        }
        double all = Math.max(1, count);
        Arrays.setAll(mean, i -> mean[i] / all);
        return new PhaseSums(count, listed(mean), listed(tail(rows)), listed(metAt), byOrigin);
    }

    private static List<Double> means(long[] sums, long count) {
        return Arrays.stream(sums).mapToObj(sum -> (double) sum / count).toList();
    }

    private static List<Double> listed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double[] tail(long[][] rows) {
        double[] tail = new double[PhaseMeter.STAGES_MAX];
        if (rows.length > 0) {
            Arrays.sort(
                    rows,
                    Comparator.comparingLong((long[] row) -> Arrays.stream(row).sum())
                            .reversed());
            int slowest = Math.max(1, rows.length / 100);
            for (int row = 0; row < slowest; row++) {
                long[] spent = rows[row];
                Arrays.setAll(tail, i -> tail[i] + (double) spent[i] / slowest);
            }
        }
        return tail;
    }

    /**
     * The stages that took time.
     *
     * @param stages what the numbers mean
     * @return in the order of a message's way
     */
    public List<PhaseShare> shares(Stages stages) {
        double total = Math.max(sum(meanNanos), Double.MIN_NORMAL);
        double tailTotal = Math.max(sum(tailMeanNanos), Double.MIN_NORMAL);
        return IntStream.range(0, stages.count())
                .filter(i -> meanNanos.get(i) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(metAtNanos::get))
                .map(i -> new PhaseShare(
                        stages.get(i).phase(),
                        stages.get(i).place(),
                        meanNanos.get(i),
                        meanNanos.get(i) / total,
                        tailMeanNanos.get(i),
                        tailMeanNanos.get(i) / tailTotal))
                .toList();
    }

    /**
     * The mean time that the messages of one origin spent in some phases, wherever.
     *
     * @param origin the messages
     * @param stages what the numbers mean
     * @param phases which phases
     * @return nanoseconds
     */
    public static double meanOf(OriginMeans origin, Stages stages, Set<Phase> phases) {
        double sum = 0;
        for (int i = 0; i < stages.count(); i++) {
            sum += phases.contains(stages.get(i).phase()) ? origin.meanNanos().get(i) : 0;
        }
        return sum;
    }
}
