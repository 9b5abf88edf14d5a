package dev.chokepoint.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.host.world.Phase;
import dev.chokepoint.lab.measure.Aftermath;
import dev.chokepoint.lab.measure.PhaseShare;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.scenario.ScenarioText;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The models in which data does not pass a server, as scenarios. */
class PeerRunTest {
    private static final String TIMES = "name: test\nwarmup: 500ms\nduration: 2s\n";

    /** Four rooms of ten, everybody behind a link of their own. */
    private static final String CHAT = TIMES + """
            transport: tcp
            app: {chat: {room: 10}}
            clients: [{count: 40, load: {poisson: 50/s}, access: {latency: 5ms, bandwidth: 10Mbit/s}}]
            """;

    private static final String LIVE_CHAT = TIMES + """
            app: {chat: {room: 10}}
            clients: [{count: 40, load: {poisson: 50/s}}]
            """;

    private static final String ASK = TIMES + """
            model: hybrid
            app: {ask: {work: 100us}}
            server: {count: 3}
            directory: {work: 50us, remember: 200ms}
            clients: [{count: 30, load: {poisson: 300/s}, link: {latency: 2ms}}]
            """;

    private static WorldResult simulate(String yaml) {
        return Scenarios.simulate(new ScenarioText("test.yaml", yaml));
    }

    private static WorldResult live(String yaml) {
        return Scenarios.run(new ScenarioText("test.yaml", yaml), EnumSet.of(World.LIVE), new ReplicationPlan.Fixed(1))
                .worlds()
                .getFirst();
    }

    private static double nanos(WorldResult result, Phase phase, String place) {
        return result.phases().stream()
                .filter(share -> share.phase() == phase && share.place().equals(place))
                .mapToDouble(PhaseShare::meanNanos)
                .sum();
    }

    private static void assertPhasesSum(WorldResult result) {
        double sum = result.phases().stream().mapToDouble(PhaseShare::meanNanos).sum();
        assertThat(sum).isCloseTo(result.latency().meanNanos(), within(0.02 * sum));
    }

    @Test
    void shouldLeadOverBothPeoplesOwnLinksAndPastTheServer() {
        WorldResult result = simulate("model: hybrid\n" + CHAT);

        assertThat(result.load().errors()).isEmpty();
        assertThat(result.load().delivered())
                .isEqualTo(result.load().intended())
                .isGreaterThan(500);
        assertThat(nanos(result, Phase.TRAVEL, "access clients->internet")).isCloseTo(5e6, within(1.0));
        assertThat(nanos(result, Phase.TRAVEL, "access internet->clients")).isCloseTo(5e6, within(1.0));
        assertThat(nanos(result, Phase.CPU, "server")).isZero();
        assertPhasesSum(result);
    }

    @Test
    void shouldTakeSeveralHopsInAMesh() {
        WorldResult result = simulate("model: mesh\nmesh: {neighbours: 4}\n" + CHAT);

        assertThat(result.load().errors()).isEmpty();
        assertThat(result.load().delivered()).isEqualTo(result.load().intended());
        assertThat(nanos(result, Phase.TRAVEL, "access clients->internet")).isBetween(6e6, 15e6);
        assertPhasesSum(result);
    }

    /** What one says to 49 others is sent 49 times, or about five times for each of them by somebody. */
    @ParameterizedTest
    @ValueSource(strings = {"hybrid", "mesh"})
    void shouldHaveItsChokepointInTheClientsUplinks(String model) {
        String yaml = "model: " + model + """

                name: test
                warmup: 500ms
                duration: 2s
                transport: tcp
                app: {chat: {room: 50}}
                clients:
                - count: 50
                  load: {poisson: %s}
                  access: {up: {latency: 5ms, bandwidth: 1Mbit/s}, down: {latency: 5ms, bandwidth: 20Mbit/s}}
                """.formatted(model.equals("hybrid") ? "600/s" : "120/s");
        WorldResult result = simulate(yaml);

        assertThat(result.diagnosis().chokepoint().orElseThrow().resource()).isEqualTo("access clients->internet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hybrid", "mesh"})
    void shouldLoseLittleWhenAnybodyDies(String model) {
        WorldResult result = simulate("model: " + model + "\nfaults: [{at 1s: crash clients/7}]\n" + CHAT);

        // one of forty is missing at most, as a speaker and as a listener, for 1.5 s of 2 s; and what was on its way
        double lost = 1 - (double) result.load().delivered() / result.load().intended();
        assertThat(lost).isBetween(0.001, 0.1);
        assertThat(result.aftermaths()).hasSize(1);
    }

    @Test
    void shouldLoseNothingWhenWhoIntroducedThemDies() {
        WorldResult result = simulate("model: hybrid\nfaults: [{at 1s: crash server}]\n" + CHAT);

        assertThat(result.load().delivered()).isEqualTo(result.load().intended());
        assertThat(result.aftermaths()).extracting(Aftermath::lost).containsExactly(0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hybrid", "mesh"})
    void shouldTalkOverRealSockets(String model) {
        WorldResult result = live("model: " + model + "\n" + LIVE_CHAT);

        // on a busy machine somebody may have no peer yet when they speak first
        assertThat(result.load().intended()).isGreaterThan(500);
        assertThat(result.load().delivered())
                .isGreaterThan(result.load().intended() / 2)
                .isLessThanOrEqualTo(result.load().intended());
        assertPhasesSum(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "faults: [{at 1s: crash directory}]"})
    void shouldAskWhereTheDirectorySays(String fault) {
        WorldResult result = simulate(ASK + fault);

        assertThat(result.load().errors()).isEmpty();
        assertThat(result.load().delivered()).isEqualTo(result.load().intended());
        assertThat(nanos(result, Phase.CPU, "directory")).isPositive();
        assertThat(nanos(result, Phase.CPU, "server")).isGreaterThan(100_000);
        assertPhasesSum(result);
    }

    @Test
    void shouldAskWhereTheDirectorySaysOverRealSockets() {
        WorldResult result = live(ASK + "faults: [{at 1s: crash directory}]");

        assertThat(result.load().delivered()).isGreaterThan(result.load().intended() / 2);
        assertThat(nanos(result, Phase.CPU, "directory")).isPositive();
    }
}
