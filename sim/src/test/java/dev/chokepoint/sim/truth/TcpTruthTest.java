package dev.chokepoint.sim.truth;

import static dev.chokepoint.sim.TcpOptions.CongestionControl.NEW_RENO;
import static dev.chokepoint.sim.TcpOptions.Recovery.CLASSIC;
import static dev.chokepoint.sim.TcpOptions.Recovery.PROPORTIONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.sim.TcpOptions;
import dev.chokepoint.sim.truth.Transfer.Case;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * TCP over the reference network against theory and ns-3 3.37 (docs/truth.md). Seeds: 1 where nothing is random, 1 to 100 where
 * segments are lost at random. Bounds: theory 0.1 %; goodput and completion time without random loss 1 %, mean one-way delay
 * 3 %; with random loss the 95 % interval of the relative difference of mean goodputs within 5 %.
 */
class TcpTruthTest {
    private static final int RUNS = 100;

    /** Student's t, 97.5 %, for the fewest degrees of freedom that Welch's formula can give here (99). */
    private static final double T = 1.984;

    private static final TcpOptions RENO = Transfer.ns3(NEW_RENO, PROPORTIONAL, true);

    private static Case endless(TcpOptions tcp, int queuePackets, double loss) {
        return new Case(tcp, queuePackets, loss, Transfer.ENDLESS, 200, 20);
    }

    private static Case file(TcpOptions tcp, long bytes) {
        return new Case(tcp, 100, 0, bytes, 60, 0);
    }

    @Test
    void shouldFillTheBottleneckAsTheHeadersAllow() {
        double exact = 10.0 * 1448 / 1502;

        assertThat(Transfer.run(endless(RENO, 100, 0), 1).goodputMbps()).isCloseTo(exact, within(0.001 * exact));
    }

    @Test
    void shouldSendTenSegmentsInOneRoundTripAfterTheHandshake() {
        double exact = 0.072372;

        assertThat(Transfer.run(file(RENO, 14_480), 1).lastSeconds()).isCloseTo(exact, within(0.001 * exact));
    }

    @ParameterizedTest
    @CsvSource({
        "long_NewReno_loss0, NEW_RENO, 100",
        "long_q20_NewReno_loss0, NEW_RENO, 20",
        "long_Cubic_loss0, CUBIC, 100"
    })
    void shouldCarryAnEndlessStreamAsNs3Does(String name, TcpOptions.CongestionControl control, int queuePackets) {
        Ns3 ns3 = Ns3.of(name);
        Transfer ours = Transfer.run(endless(Transfer.ns3(control, PROPORTIONAL, true), queuePackets, 0), 1);

        assertNear("goodput", ours.goodputMbps(), ns3.mean("goodput_mbps"), 0.01);
        assertNear("one-way delay", ours.delayMeanMillis(), ns3.mean("owd_mean_ms"), 0.03);
    }

    @ParameterizedTest
    @CsvSource({
        "fct_14480_NewReno_loss0, NEW_RENO, 14480",
        "fct_1000000_NewReno_loss0, NEW_RENO, 1000000",
        "fct_1000000_Cubic_loss0, CUBIC, 1000000"
    })
    void shouldCompleteAFileWhenNs3Does(String name, TcpOptions.CongestionControl control, long bytes) {
        Ns3 ns3 = Ns3.of(name);
        Transfer ours = Transfer.run(file(Transfer.ns3(control, PROPORTIONAL, true), bytes), 1);

        assertNear("completion", ours.lastSeconds(), ns3.mean("flow_completion_time_s"), 0.01);
        assertNear("one-way delay", ours.delayMeanMillis(), ns3.mean("owd_mean_ms"), 0.03);
    }

    @ParameterizedTest
    @ValueSource(strings = {"long_NewReno_loss0.01", "v_nosack_classic_NewReno_loss0.01"})
    void shouldSufferRandomLossAsNs3Does(String name) {
        boolean sack = name.startsWith("long");
        Case lossy = endless(Transfer.ns3(NEW_RENO, sack ? PROPORTIONAL : CLASSIC, sack), 100, 0.01);
        Transfer[] runs = LongStream.rangeClosed(1, RUNS)
                .parallel()
                .mapToObj(seed -> Transfer.run(lossy, seed))
                .toArray(Transfer[]::new);
        double[] ours = Arrays.stream(runs).mapToDouble(Transfer::goodputMbps).toArray();
        double[] theirs = Ns3.of(name).runs("goodput_mbps");

        double difference = (mean(ours) - mean(theirs)) / mean(theirs);
        double half = T * StrictMath.sqrt(squaredError(ours) + squaredError(theirs)) / mean(theirs);
        assertThat(theirs).hasSize(RUNS);
        assertThat(difference - half).isGreaterThan(-0.05);
        assertThat(difference + half).isLessThan(0.05);
        double delay = Arrays.stream(runs)
                .mapToDouble(Transfer::delayMeanMillis)
                .average()
                .orElseThrow();
        assertNear("one-way delay", delay, Ns3.of(name).mean("owd_mean_ms"), 0.03);
    }

    private static void assertNear(String what, double ours, double theirs, double share) {
        assertThat(ours).as(what).isCloseTo(theirs, within(share * theirs));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** The squared standard error of the mean. */
    private static double squaredError(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return squares / (values.length - 1) / values.length;
    }
}
