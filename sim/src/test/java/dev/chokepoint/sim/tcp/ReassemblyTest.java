package dev.chokepoint.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReassemblyTest {
    private final Reassembly reassembly = new Reassembly();

    private String report(int limit) {
        Segment segment = new Segment();
        reassembly.report(segment, limit);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < segment.sackCount; i++) {
            text.append(segment.sackFrom(i))
                    .append('-')
                    .append(segment.sackTo(i))
                    .append(' ');
        }
        return text.toString().strip();
    }

    @Test
    void shouldReportTheBlockThatGrewLastFirst() {
        reassembly.add(100, 200);
        reassembly.add(300, 400);
        reassembly.add(500, 600);
        assertThat(report(4)).isEqualTo("500-600 300-400 100-200");

        reassembly.add(200, 250);
        assertThat(report(4)).isEqualTo("100-250 500-600 300-400");
        assertThat(report(2)).isEqualTo("100-250 500-600");
    }

    @Test
    void shouldReportBlocksThatBecameOneOnlyOnce() {
        reassembly.add(100, 200);
        reassembly.add(300, 400);
        reassembly.add(200, 300);

        assertThat(report(4)).isEqualTo("100-400");
    }

    @Test
    void shouldAdvanceOverWhatItHolds() {
        reassembly.add(100, 200);
        reassembly.add(300, 400);

        assertThat(reassembly.advance(50)).isEqualTo(50);
        assertThat(reassembly.advance(100)).isEqualTo(200);
        assertThat(report(4)).isEqualTo("300-400");
        assertThat(reassembly.advance(350)).isEqualTo(400);
        assertThat(reassembly.isEmpty()).isTrue();
    }
}
