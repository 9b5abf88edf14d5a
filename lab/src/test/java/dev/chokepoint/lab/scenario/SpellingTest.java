package dev.chokepoint.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private static final List<String> KEYS = List.of("latency", "jitter", "bandwidth", "queue", "up", "down");

    @Test
    void shouldCountInsertedDeletedReplacedAndSwappedLetters() {
        assertThat(Spelling.distance("latency", "latency")).isZero();
        assertThat(Spelling.distance("latncy", "latency")).isEqualTo(1);
        assertThat(Spelling.distance("latenncy", "latency")).isEqualTo(1);
        assertThat(Spelling.distance("latancy", "latency")).isEqualTo(1);
        assertThat(Spelling.distance("latnecy", "latency")).isEqualTo(1);
        assertThat(Spelling.distance("", "up")).isEqualTo(2);
    }

    @Test
    void shouldSuggestTheNearestWord() {
        assertThat(Spelling.suggestion("lantecy", KEYS)).isEqualTo("did you mean latency? ");
        assertThat(Spelling.suggestion("Bandwith", KEYS)).isEqualTo("did you mean bandwidth? ");
        assertThat(Spelling.suggestion("qeue", KEYS)).isEqualTo("did you mean queue? ");
    }

    @Test
    void shouldSuggestNothingWhenNoWordIsNear() {
        assertThat(Spelling.suggestion("speed", KEYS)).isEmpty();
        assertThat(Spelling.suggestion("x", KEYS)).isEmpty();
        assertThat(Spelling.suggestion("x".repeat(100_000), KEYS)).isEmpty();
    }
}
