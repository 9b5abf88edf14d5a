package dev.chokepoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final String WIPE = "\r\u001b[K";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final AtomicLong nanos = new AtomicLong();

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Progress progress(boolean terminal) {
        return new Progress(out, terminal, nanos::get);
    }

    @Test
    void shouldShowWhatHowMuchAndHowLong() {
        Progress progress = progress(true);
        nanos.set(5_000_000_000L);
        progress.step("simulating", 0.25);

        assertThat(text())
                .startsWith(WIPE + "simulating")
                .contains(" 25 %")
                .contains("15 s left")
                .contains("██████··");
    }

    @Test
    void shouldStayWithinOneLineWhateverItIsTold() {
        progress(true).step("a\nvery " + "long ".repeat(40), 0.5);

        assertThat(text().substring(WIPE.length()).length()).isLessThanOrEqualTo(79);
        assertThat(text()).doesNotContain("\n");
    }

    @Test
    void shouldDrawAtMostTenTimesASecondButEveryChangeOfWords() {
        Progress progress = progress(true);
        progress.step("one", 0.1);
        int once = text().length();
        nanos.set(99_000_000);
        progress.step("one", 0.2);
        assertThat(text()).hasSize(once);

        progress.step("two", 0.2);
        nanos.set(250_000_000);
        progress.step("two", 0.3);
        assertThat(text()).contains("two").contains(" 30 %");
    }

    @Test
    void shouldWipeItselfAndStayAway() {
        Progress progress = progress(true);
        try (progress) {
            progress.step("one", 0.1);
        }
        int closed = text().length();
        progress.step("two", 0.2);

        assertThat(text()).hasSize(closed).endsWith(WIPE);
    }

    @Test
    void shouldSayNothingWithoutATerminal() {
        try (Progress progress = progress(false)) {
            progress.step("one", 0.1);
        }

        assertThat(text()).isEmpty();
    }
}
