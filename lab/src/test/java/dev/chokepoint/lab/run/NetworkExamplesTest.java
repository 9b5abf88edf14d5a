package dev.chokepoint.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.lab.measure.ConnectionTrace;
import dev.chokepoint.lab.measure.ResourceFigures;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioReader;
import dev.chokepoint.lab.scenario.ScenarioText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples about networks show what their comments say, if need be on a smaller scale. */
class NetworkExamplesTest {
    private static WorldResult simulate(String example, String... replaced) {
        String text = Scenarios.example(example).text();
        for (int i = 0; i < replaced.length; i += 2) {
            assertThat(text).contains(replaced[i]);
            text = text.replace(replaced[i], replaced[i + 1]);
        }
        Scenario scenario = ScenarioReader.read(new ScenarioText(example + ".yaml", text));
        return SimRun.run(new Trial(scenario), new Watching(1, Optional.empty()), "", new Quiet())
                .result();
    }

    @Test
    void shouldGiveNearClientsMoreOfASharedBottleneck() {
        WorldResult result = simulate("dumbbell", "duration: 20s", "duration: 5s");

        assertThat(result.diagnosis().chokepoint().orElseThrow().resource()).isEqualTo("link east->west");
        assertThat(held(result, "near")).isLessThan(held(result, "far"));
        assertThat(result.load().errors()).isEmpty();
    }

    /** How long a request holds a client when nothing waits. */
    private static double held(WorldResult result, String group) {
        return resource(result, group + " in flight").demandNanos();
    }

    private static ResourceFigures resource(WorldResult result, String name) {
        return result.resources().stream()
                .filter(figures -> figures.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldShowAWindowThatLossKeepsSmall() {
        WorldResult result = simulate("loss", "warmup: 10s", "warmup: 1s", "duration: 60s", "duration: 20s");

        ConnectionTrace trace = result.connection().orElseThrow();
        assertThat(trace.link()).isEqualTo("link server->client");
        assertThat(trace.window()).hasSizeBetween(100, ConnectionTrace.MOST);
        assertThat(trace.window()).isSortedAccordingTo((a, b) -> Long.compare(a.atNanos(), b.atNanos()));
        assertThat(trace.window().stream()
                        .mapToLong(ConnectionTrace.Moment::congestionWindowBytes)
                        .average()
                        .orElseThrow())
                .isBetween(5_000.0, 60_000.0);
        assertThat(trace.window().getLast().retransmittedBytes()).isGreaterThan(10_000);
        assertThat(result.notes()).anyMatch(note -> note.contains("about 2.01 Mbit/s on a way that loses 1 %"));
        long lost =
                trace.queue().stream().mapToLong(ConnectionTrace.Filling::lost).sum();
        assertThat(lost)
                .isGreaterThanOrEqualTo(resource(result, "link server->client").lost());
    }

    @Test
    void shouldNotChangeWhatHappensByLookingAtIt() {
        Scenario scenario = ScenarioReader.read(Scenarios.example("ask-tcp")).withTimes(1_000_000_000, 2_000_000_000);

        assertThat(SimRun.run(new Trial(scenario), new Watching(7, Optional.empty()), "", new Quiet())
                        .result()
                        .traceHash())
                .isEqualTo(SimRun.run(scenario, "", new Quiet()).result().traceHash());
    }

    @Test
    void shouldServeManyClientsWithLinksOfTheirOwnByTwentyServers() {
        WorldResult result = simulate(
                "million",
                "count: 1000000",
                "count: 1000",
                "100k/s",
                "100/s",
                "warmup: 10s",
                "warmup: 1s",
                "50s",
                "5s");

        assertThat(result.load().delivered()).isEqualTo(result.load().intended());
        assertThat(result.load().intended()).isGreaterThan(400);
        assertThat(result.resources())
                .extracting(ResourceFigures::name)
                .contains("server cpu", "access clients->servers", "access servers->clients")
                .noneMatch(name -> name.contains("#"));
        double perCore = 1e9 / resource(result, "server cpu").demandNanos();
        assertThat(resource(result, "server cpu").capacityPerSecond()).isCloseTo(20 * perCore, within(1.0));
        assertThat(result.phases()).noneMatch(share -> share.place().contains("#"));
    }

    @ParameterizedTest
    @CsvSource({"ask-tcp, 0, 0", "ask-udp, 0.025, 0.055"})
    void shouldLoseWhatItsCommentSays(String example, double least, double most) {
        WorldResult result = simulate(example, "duration: 20s", "duration: 10s");

        assertThat((double) result.load().failed() / result.load().intended()).isBetween(least, most);
        if (example.equals("ask-tcp")) {
            assertThat(result.latency().p99Nanos()).isGreaterThan(200_000_000);
        }
    }
}
