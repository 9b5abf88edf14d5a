package dev.chokepoint.programs.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RememberedTest {
    @Test
    void shouldKnowWhatItHeardOfEachPersonByItself() {
        Remembered remembered = new Remembered(2, 3);

        assertThat(remembered.add(0, 0)).isTrue();
        assertThat(remembered.add(0, 0)).isFalse();
        assertThat(remembered.add(1, 0)).isTrue();
    }

    @Test
    void shouldForgetTheOldestFirst() {
        Remembered remembered = new Remembered(1, 3);
        for (int message = 1; message <= 4; message++) {
            remembered.add(0, message);
        }

        assertThat(remembered.add(0, 2)).isFalse();
        assertThat(remembered.add(0, 4)).isFalse();
        assertThat(remembered.add(0, 1)).isTrue();
        assertThat(remembered.add(0, 2)).isTrue();
    }
}
