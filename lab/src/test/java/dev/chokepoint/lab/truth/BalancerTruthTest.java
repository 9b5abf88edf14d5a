package dev.chokepoint.lab.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.lab.statistics.Moments;
import dev.chokepoint.programs.balance.Policy;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The balancer in the simulator against closed forms. It balances connections and not requests, so each customer has a connection of
 * its own; nothing but serving takes time, so that the servers are the model's queues. Declared before the first run: the seeds, 1
 * to {@value #REPLICATIONS}, and that the interval over the replications must hold the exact value, with an error of 1 % for all
 * comparisons together (Bonferroni). How many customers each replication has, and how wide the interval may be, was set after a
 * first run whose intervals were too wide.
 */
class BalancerTruthTest {
    private static final int REPLICATIONS = 16;
    private static final int COMPARISONS = 6;
    private static final double FAMILY_WISE_ERROR = 0.01;

    private static List<double[]> runs(BalancedShops shops) {
        return LongStream.rangeClosed(1, REPLICATIONS)
                .parallel()
                .mapToObj(seed -> {
                    double[] times = shops.run(seed);
                    Arrays.sort(times);
                    return times;
                })
                .toList();
    }

    /**
     * The reference's random_split_c4_rho0.8 and round_robin_c4_rho0.8. By chance a Poisson stream splits into independent ones, M/M/1
     * each; in turn into streams with Erlang-4 gaps, E4/M/1. In both the time in the system is exponentially distributed.
     */
    @ParameterizedTest
    @CsvSource({
        "RANDOM, 150000, 5.000000000000001, 0.04",
        "ROUND_ROBIN, 150000, 3.2673836103193548, 0.04",
    })
    void shouldSplitAStreamAsTheClosedFormsSay(Policy policy, int customers, double mean, double widest) {
        List<double[]> runs = runs(new BalancedShops(policy, 4, 0.8, customers));

        check(runs, mean, widest, times -> Arrays.stream(times).sum() / times.length);
        check(runs, mean * StrictMath.log(2), widest, times -> times[times.length / 2]);
        check(runs, mean * StrictMath.log(100), 2 * widest, times -> times[times.length / 100 * 99]);
    }

    private static void check(List<double[]> runs, double exact, double widest, ToDoubleFunction<double[]> figure) {
        Moments moments = new Moments();
        runs.forEach(times -> moments.add(figure.applyAsDouble(times)));
        double quantile = new TDistribution(REPLICATIONS - 1)
                .inverseCumulativeProbability(1 - FAMILY_WISE_ERROR / COMPARISONS / 2);
        double halfWidth = quantile * StrictMath.sqrt(moments.variance() / REPLICATIONS);
        assertThat(moments.mean()).isCloseTo(exact, within(halfWidth));
        assertThat(halfWidth / exact).isLessThan(widest);
    }

    /**
     * Two choices among very many servers: the mean time in the system is the sum of load^(2^i - 2), i from 1 (Mitzenmacher 2001,
     * Vvedenskaya, Dobrushin and Karpelevich 1996). Declared: two hundred servers come within 1 %.
     */
    @Test
    void shouldComeCloseToTheLimitOfTwoChoices() {
        double load = 0.8;
        double limit = 0;
        for (int power = 2; power < 1 << 10; power *= 2) {
            limit += StrictMath.pow(load, power - 2);
        }
        Moments moments = new Moments();
        for (double[] times : runs(new BalancedShops(Policy.TWO_CHOICES, 200, load, 30_000))) {
            moments.add(Arrays.stream(times).sum() / times.length);
        }
        assertThat(moments.mean()).isCloseTo(limit, within(0.01 * limit));
    }

    /** The fewest connections are the shortest queue here: shorter than of two choices, and longer than one queue for all. */
    @Test
    void shouldOrderThePolicies() {
        double fewest = mean(Policy.LEAST_CONNECTIONS);
        double ofTwo = mean(Policy.TWO_CHOICES);

        assertThat(fewest).isGreaterThan(1.7455405897342557); // the reference's mmc_c4_rho0.8
        assertThat(ofTwo).isGreaterThan(1.05 * fewest).isLessThan(3.2673836103193548);
    }

    private static double mean(Policy policy) {
        return Arrays.stream(new BalancedShops(policy, 4, 0.8, 100_000).run(1))
                .average()
                .orElseThrow();
    }
}
