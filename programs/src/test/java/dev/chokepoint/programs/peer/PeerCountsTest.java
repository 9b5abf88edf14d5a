package dev.chokepoint.programs.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeerCountsTest {
    @Test
    void shouldSayWhatADeliveryTook() {
        PeerCounts counts = new PeerCounts(10, 120, 80, 40, 0, 0, 0, 200);

        assertThat(counts.sentPerDelivery()).isEqualTo(1.5);
        assertThat(counts.meanHops()).isEqualTo(2.5);
        assertThat(counts.coverage(10)).isEqualTo(0.8);
    }

    @Test
    void shouldSayNothingOfNothing() {
        PeerCounts counts = new PeerTally().counts();

        assertThat(counts.sentPerDelivery()).isZero();
        assertThat(counts.meanHops()).isZero();
        assertThat(counts.coverage(10)).isEqualTo(1);
    }

    @Test
    void shouldRefuseTheDeathOfNobody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Death.check(List.of(new Death(4, 0)), 4))
                .withMessage("death of person 4: there are 4, numbered from 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Death(-1, 0));
    }
}
