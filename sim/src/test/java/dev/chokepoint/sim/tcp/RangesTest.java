package dev.chokepoint.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class RangesTest {
    private static final int END = 60;

    @RepeatedTest(200)
    void shouldDoWhatAnArrayOfFlagsDoes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Ranges ranges = new Ranges();
        int[] model = new int[END];
        int trimmed = 0;
        for (int step = 0; step < 40; step++) {
            int from = trimmed + random.nextInt(END - trimmed);
            int to = from + random.nextInt(END - from + 1);
            int set = random.nextInt(8);
            int clear = random.nextInt(8) & ~set;
            ranges.paint(from, to, set, clear);
            for (int i = from; i < to; i++) {
                model[i] = model[i] & ~clear | set;
            }
            if (random.nextInt(10) == 0 && trimmed < END - 5) {
                trimmed += random.nextInt(4);
                ranges.trim(trimmed);
            }
            compare(ranges, model, trimmed);
        }
    }

    private static void compare(Ranges ranges, int[] model, int trimmed) {
        for (int i = trimmed; i < END; i++) {
            assertThat(ranges.at(i)).as("flags at %d", i).isEqualTo(model[i]);
        }
        for (int i = 0; i < ranges.size(); i++) {
            assertThat(ranges.flags(i)).isNotZero();
            assertThat(ranges.to(i)).isGreaterThan(ranges.from(i));
            boolean first = i == 0;
            assertThat(first || ranges.to(i - 1) <= ranges.from(i))
                    .as("ascending")
                    .isTrue();
        }
        long wanted = 0;
        for (int i = Math.max(trimmed, 10); i < 40; i++) {
            wanted += (model[i] & 1) == 1 ? 1 : 0;
        }
        assertThat(ranges.count(Math.max(trimmed, 10), 40, 1)).isEqualTo(wanted);
    }
}
