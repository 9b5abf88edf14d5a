package dev.chokepoint.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chokepoint.host.world.Link;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 ns",
        "1, 1 ns",
        "999, 999 ns",
        "1000, 1 us",
        "1234, 1.23 us",
        "999499, 999 us",
        "999500, 1 ms",
        "20000000, 20 ms",
        "41234567, 41.2 ms",
        "1500000000, 1.5 s",
        "59900000000, 59.9 s",
        "60000000000, 1 min",
        "90000000000, 1.5 min",
        "3600000000000, 1 h",
        "86400000000000, 24 h",
        "-1500000, -1.5 ms"
    })
    void shouldPrintTimesInTheUnitThatSuitsThem(long nanos, String printed) {
        assertThat(Quantities.time(nanos)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "0.4567, 0.457 B",
        "200, 200 B",
        "2048, 2.05 kB",
        "262144, 262 kB",
        "999999, 1 MB",
        "1e9, 1 GB",
        "1.5e12, 1500 GB",
        "NaN, n/a",
        "Infinity, unlimited"
    })
    void shouldPrintSizesInDecimalUnits(double bytes, String printed) {
        assertThat(Quantities.bytes(bytes)).isEqualTo(printed);
    }

    @Test
    void shouldPrintBandwidths() {
        assertThat(Quantities.bandwidth(56_000)).isEqualTo("56 kbit/s");
        assertThat(Quantities.bandwidth(1_500_000)).isEqualTo("1.5 Mbit/s");
        assertThat(Quantities.bandwidth(Link.UNLIMITED)).isEqualTo("unlimited");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0/s",
        "0.016666, 0.0167/s",
        "399.96, 400/s",
        "1234.5, 1230/s",
        "9999, 10k/s",
        "12345, 12.3k/s",
        "1e6, 1M/s",
        "2.5e9, 2500M/s",
        "Infinity, unlimited",
        "NaN, n/a"
    })
    void shouldPrintRates(double perSecond, String printed) {
        assertThat(Quantities.rate(perSecond)).isEqualTo(printed);
    }

    @Test
    void shouldPrintPercentages() {
        assertThat(Quantities.percent(0.4321)).isEqualTo("43.2 %");
        assertThat(Quantities.percent(1)).isEqualTo("100 %");
        assertThat(Quantities.percent(0)).isEqualTo("0 %");
        assertThat(Quantities.percent(0.00012)).isEqualTo("0.012 %");
        assertThat(Quantities.percent(-0.05)).isEqualTo("-5 %");
        assertThat(Quantities.percent(Double.NaN)).isEqualTo("n/a");
    }

    @Test
    void shouldReadBackWhatItPrintsToThreeDigits() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            long value = random.nextLong(1L << random.nextInt(2, 62));
            double allowed = value * 0.005 + 0.5;
            assertThat(Quantities.parse(Dimension.TIME, Quantities.time(value)).doubleValue() - value)
                    .isBetween(-allowed, allowed);
            assertThat(Quantities.parse(Dimension.BANDWIDTH, Quantities.bandwidth(value))
                                    .doubleValue()
                            - value)
                    .isBetween(-allowed, allowed);
            assertThat(Quantities.parse(Dimension.RATE, Quantities.rate((double) value))
                                    .doubleValue()
                            - value)
                    .isBetween(-allowed, allowed);
        }
    }

    @Test
    void shouldPrintTheSameWhereverItRuns() {
        Locale standard = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Quantities.time(1_500_000)).isEqualTo("1.5 ms");
            assertThat(Quantities.percent(0.125)).isEqualTo("12.5 %");
            assertThat(new Problem("a.yaml", 3, 1, "x", "x", "no", "yes").render())
                    .contains("a.yaml:3:1: no", "     3 | x");
        } finally {
            Locale.setDefault(standard);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TIME, 1.5ms, 1500000",
        "TIME, 2min, 120000000000",
        "SIZE, 2kB, 2000",
        "SIZE, 2KiB, 2048",
        "BANDWIDTH, 1.5MB/s, 12000000",
        "RATE, 90/min, 1.5",
        "FRACTION, 0.1%, 0.001"
    })
    void shouldReadEveryKindOfUnitExactly(Dimension dimension, String text, BigDecimal value) {
        assertThat(Quantities.parse(dimension, text)).isEqualByComparingTo(value);
    }

    @Test
    void shouldRefuseANumberTooLongToBeMeant() {
        String digits = "1".repeat(1_000_000);
        assertThatThrownBy(() -> Quantities.parse(Dimension.TIME, digits + "ms"))
                .isInstanceOf(QuantityException.class)
                .message()
                .hasSizeLessThan(100)
                .contains("is not a time");
    }
}
