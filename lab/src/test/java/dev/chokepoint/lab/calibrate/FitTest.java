package dev.chokepoint.lab.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FitTest {
    private static Cost cost(Fit fit, Unit unit) {
        return fit.costs().stream()
                .filter(one -> one.unit() == unit)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldFindTheCostsThatMadeTheTimes() {
        Fit fit = Fit.of(Calibrations.rows(0, 1), 1);

        assertThat(cost(fit, Unit.WAKE).nanos()).isCloseTo(Calibrations.WAKE, within(1.0));
        assertThat(cost(fit, Unit.BYTE).nanos()).isCloseTo(Calibrations.BYTE, within(0.001));
        assertThat(cost(fit, Unit.PIECE).nanos()).isCloseTo(Calibrations.PIECE, within(1.0));
        assertThat(fit.residual()).isLessThan(1e-6);
    }

    /** Turns are reads and writes together: what a turn costs could be anything, and nothing is invented. */
    @Test
    void shouldSayWhatCannotBeToldApart() {
        Fit fit = Fit.of(Calibrations.rows(0.02, 1), 1);

        assertThat(cost(fit, Unit.TURN).apart()).isFalse();
        assertThat(cost(fit, Unit.TURN).nanos()).isZero();
        assertThat(cost(fit, Unit.ACCEPT).apart()).isFalse();
        assertThat(cost(fit, Unit.READ).apart()).isTrue();
        assertThat(cost(fit, Unit.WRITE).apart()).isTrue();
    }

    @Test
    void shouldCoverTheTruthAboutAsOftenAsItSays() {
        int covered = 0;
        int all = 0;
        for (int seed = 1; seed <= 30; seed++) {
            Fit fit = Fit.of(Calibrations.rows(0.1, seed), seed);
            for (Unit unit : List.of(Unit.WAKE, Unit.PIECE)) {
                double truth = unit == Unit.WAKE ? Calibrations.WAKE : Calibrations.PIECE;
                Cost cost = cost(fit, unit);
                covered += cost.lowNanos() <= truth && truth <= cost.highNanos() ? 1 : 0;
                all++;
            }
        }

        assertThat((double) covered / all).as("of 95 %%, with 60 draws each").isGreaterThan(0.8);
    }

    @Test
    void shouldNeverFindACostBelowZero() {
        List<Row> rows = Calibrations.rows(0.8, 3);
        Fit fit = Fit.of(rows, 1);

        assertThat(fit.costs()).allMatch(cost -> cost.nanos() >= 0 && cost.lowNanos() >= 0);
        assertThat(fit.draws()).allMatch(draw -> draw.stream().allMatch(nanos -> nanos >= 0));
    }

    @Test
    void shouldPredictAndCharge() {
        Fit fit = Fit.of(Calibrations.rows(0, 1), 1);
        Row row = new Row(10, 0, 0, 0, 0, 1_000, 5, 1);

        assertThat(fit.predictedNanos(row)).isCloseTo(10 * 3_000 + 500 + 5 * 4_000, within(20.0));
        assertThat(fit.best().wakeNanos()).isEqualTo(3_000);
        assertThat(fit.best().bytePicos()).isEqualTo(500);
        assertThat(fit.drawn(3, 2).pieceNanos()).isEqualTo(8_000);
    }

    @Test
    void shouldFindWhatAConnectionCostsFromHowRunsBegin() {
        List<Row> beginnings = List.of(
                new Row(0, 0, 10, 0, 0, 0, 0, 5_200_000),
                new Row(0, 0, 100, 0, 0, 0, 0, 7_100_000),
                new Row(0, 0, 20, 0, 0, 0, 0, 5_300_000),
                new Row(0, 0, 1_000, 0, 0, 0, 0, 25_000_000));
        Fit fit = Fit.of(Calibrations.rows(0, 1), 1).withAccepts(beginnings);
        Cost accept = cost(fit, Unit.ACCEPT);

        assertThat(accept.nanos()).isCloseTo(20_000, within(500.0));
        assertThat(accept.lowNanos()).isLessThan(20_000).isPositive();
        assertThat(accept.highNanos()).isGreaterThan(20_000);
        assertThat(fit.drawn(1, 1).acceptNanos()).isEqualTo(fit.best().acceptNanos());
    }

    @Test
    void shouldRefuseTooLittle() {
        List<Row> few = Calibrations.rows(0, 1).subList(0, 5);

        assertThatThrownBy(() -> Fit.of(few, 1)).hasMessageContaining("5 stretches of time: at least 20");
    }
}
