package dev.chokepoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chokepoint.lab.diagnose.Diagnosis;
import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.diagnose.Diagnosis.Next;
import dev.chokepoint.lab.diagnose.Diagnosis.Verification;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalReportTest {
    private static String print(RunResult result, int columns, boolean colour) {
        StringBuilder out = new StringBuilder();
        TerminalReport.print(result, out, columns, colour);
        return out.toString();
    }

    /** Without regard to where lines are broken. */
    private static String words(RunResult result) {
        return print(result, 200, false).replaceAll("\\s+", " ");
    }

    @Test
    void shouldSayTheChokepointFirstAndItsEvidenceAfter() {
        String text = words(Fixture.ask());

        assertThat(text)
                .containsSubsequence(
                        "The chokepoint is server lane 0: 40.8 % used, 1.02 ms per message, so at most 980/s.",
                        "below that limit",
                        "the next is server->clients, at most 1250/s; running again with the fix confirmed it.",
                        "Over real sockets it is the same one: 44.1 % used",
                        "Measured",
                        "Where the time went",
                        "Resources",
                        "Proof",
                        "Objectives",
                        "Seed 42");
    }

    @Test
    void shouldFitItsColumns() {
        for (RunResult result :
                List.of(Fixture.ask(), TwinFixture.ask(), Fixture.voided(), Fixture.silent(), Fixture.hostile())) {
            for (int columns : List.of(80, 100, 160)) {
                assertThat(print(result, columns, false).lines().mapToInt(String::length))
                        .allMatch(length -> length <= columns);
            }
        }
    }

    @Test
    void shouldStayShortEnoughToRead() {
        assertThat(print(Fixture.ask(), 80, false).lines().count()).isLessThanOrEqualTo(70);
    }

    @Test
    void shouldPrintEscapeSequencesOnlyWhenToldTo() {
        String plain = print(Fixture.ask(), 80, false);
        String coloured = print(Fixture.ask(), 80, true);

        assertThat(plain).doesNotContain("\u001b");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
        assertThat(coloured).contains("\u001b[1;31mMISSED");
    }

    @Test
    void shouldNotLetANameMoveTheCursor() {
        assertThat(print(Fixture.hostile(), 80, false)).doesNotContain("\u001b");
    }

    @Test
    void shouldPrintEveryResourceAndEveryPercentile() {
        String text = print(Fixture.ask(), 80, false);

        assertThat(text).contains("p50", "p90", "p99 ", "p99.9", "max", "server cpu", "server accept queue");
        assertThat(text).contains("server->clients window", "server connections", "clients in flight");
        assertThat(text).contains("2 of 4,003: 2 reset", "MISSED, 31 ms", "9c1f03a77be2d045");
    }

    @Test
    void shouldSayLoudlyThatARunIsVoidAndAnswerFromTheOther() {
        String text = words(Fixture.voided());

        assertThat(text)
                .containsSubsequence(
                        "VOID: what was measured over real sockets proves nothing. The load generator used 93 %",
                        "The chokepoint is server lane 0: 40.8 % used", "real sockets (VOID)")
                .doesNotContain("it is the same one");
    }

    @Test
    void shouldNameNoChokepointWhenNothingWasDelivered() {
        String text = print(Fixture.silent(), 80, false);

        assertThat(text).contains("No chokepoint was found: no message was delivered.");
        assertThat(text)
                .contains("4,000 of 4,000: 3,990 refused, 10")
                .doesNotContain("NaN")
                .doesNotContain("Infinity");
    }

    @Test
    void shouldSayWhatTheReRunFoundWhenItDidNotConfirm() {
        RunResult good = Fixture.ask();
        WorldResult first = good.worlds().getFirst();
        Diagnosis old = first.diagnosis();
        Next next = old.next().orElseThrow();
        Chokepoint other = new Chokepoint("clients in flight", 0.99, 50e6, 1_000, 0.9, "slots / holding time");
        Diagnosis refuted = new Diagnosis(
                old.chokepoint(),
                Optional.of(new Next(
                        next.chokepoint(),
                        next.fix(),
                        Optional.of(new Verification(false, other, 990, 60_000_000, List.of())))),
                old.bounds(),
                true);

        String text = words(Fixture.withWorlds(good, List.of(Fixture.copy(first, refuted, Optional.empty()))));

        assertThat(text).contains("but running again with the fix found clients in flight instead, 99 % used");
        assertThat(text).contains("found clients in flight; carried 990/s, p99 60 ms");
        assertThat(text).contains("has reached that limit");
    }

    @Test
    void shouldSayHowSureEachFigureIs() {
        String text = words(Fixture.ask());

        assertThat(text)
                .contains("carried 400 ± 4.2/s", "latency mean 22.7 ± 0.12 ms", "latency p50 22.1 ± 0.09 ms")
                .as("wider than 5 %")
                .contains("latency p99 28.7 ± 2.6 ms ?")
                .as("four messages beyond it: no interval")
                .contains("latency p99.9 32.5 ms ?")
                .contains("used 40.8 ± 0.61 %")
                .contains("3 replications of 3.33 s in 231 ms", "10 s measured, one run without intervals, in 12.3 s");
    }

    @Test
    void shouldPrintOnlyTheChangesOfAFixThatChanceDoesNotExplain() {
        assertThat(words(Fixture.ask())).contains("the fix at this load p99 -3.97 ± 0.14 ms");
    }

    @Test
    void shouldPrintNoIntervalForOneReplication() {
        assertThat(words(Fixture.silent())).doesNotContain("±").contains("one run without intervals");
    }

    @Test
    void shouldSetTheLiveRunBesideItsTwin() {
        assertThat(words(TwinFixture.ask()))
                .containsSubsequence(
                        "simulation twin real sockets live − twin",
                        "carried 400 ± 4.2/s 400 ± 4.2/s 400/s -0.1 %, inside",
                        "+8.1 %, beyond",
                        "chokepoint's capacity 980/s 900/s 908/s +0.9 %",
                        "95 % interval of the twin for one more run",
                        "twin: 3 replications");
        assertThat(print(TwinFixture.ask(), 80, false).lines().count()).isLessThanOrEqualTo(90);
    }

    @Test
    void shouldReportAnOutputThatFails() {
        Writer broken = new Writer() {
            @Override
            public void write(char[] characters, int from, int length) throws IOException {
                throw new IOException("Broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> TerminalReport.print(Fixture.ask(), broken, 80, false))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Broken pipe");
    }
}
