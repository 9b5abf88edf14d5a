package dev.chokepoint.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.host.world.Phase;
import dev.chokepoint.lab.diagnose.Diagnosis;
import dev.chokepoint.lab.measure.Aftermath;
import dev.chokepoint.lab.measure.PhaseShare;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.scenario.ScenarioText;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatRunTest {
    private static final String CENTRAL = "model: central\n";
    private static final String REPLICATED = """
            model: replicated
            server: {count: 3}
            balancer: {link: {latency: 1ms}}
            backplane: {link: {latency: 1ms}}
            """;
    private static final String FEDERATED = """
            model: federated
            server: {count: 4}
            federation: {children: 2, link: {latency: 10ms}}
            """;

    private static ScenarioText chat(String model, String more) {
        return new ScenarioText("test.yaml", model + """
                name: test
                warmup: 500ms
                duration: 3s
                app: {chat: {room: 12}}
                clients: [{count: 36, load: {poisson: 40/s}, link: {latency: 5ms}}]
                """ + more);
    }

    /** A server that does nothing but write, 1 ms for each receiver. */
    private static WorldResult simple(int room, int people, double perSecond, String duration) {
        return Scenarios.simulate(new ScenarioText("test.yaml", """
                name: test
                seed: 3
                warmup: 1s
                duration: %s
                app: {chat: {room: %d}}
                clients: [{count: %d, load: {poisson: %s/s}}]
                costs: {turn: 0us, accept: 0us, read: 0us, write: 1ms, byte: 0ns}
                """.formatted(duration, room, people, perSecond)));
    }

    private static void assertPhasesSum(WorldResult result) {
        double sum = result.phases().stream().mapToDouble(PhaseShare::meanNanos).sum();
        assertThat(sum)
                .isCloseTo(result.latency().meanNanos(), within((result.world() == World.LIVE ? 0.01 : 1e-6) * sum));
    }

    /**
     * Of each message the server works R - 1 times 1 ms, so it takes 1000 / (R - 1) of them a second, whatever their number. Below
     * that it is an M/D/1 queue, and of the copies the k-th leaves after k ms.
     */
    @ParameterizedTest
    @ValueSource(ints = {3, 6, 21})
    void shouldLoseCapacityAsOneOverTheFanOut(int room) {
        double service = (room - 1) / 1000.0;
        double load = 0.5;
        WorldResult half = simple(room, 210, load / service, "150s");
        WorldResult full = simple(room, 210, 1.5 / service, "10s");

        assertThat(half.diagnosis().chokepoint().orElseThrow().resource()).isEqualTo("server cpu");
        assertThat(half.diagnosis().chokepoint().orElseThrow().capacityPerSecond())
                .isCloseTo(1000, within(10.0));
        double wait = load * service / 2 / (1 - load);
        assertThat(half.latency().meanNanos() / 1e9).isCloseTo(wait + room / 2000.0, within(0.1 * (wait + 0.001)));
        assertThat(full.diagnosis().saturated()).isTrue();
        assertThat(full.load().carriedPerSecond())
                .as("those who wait with two messages have them written to each receiver at once")
                .isBetween(980.0, 1500.0);
        assertPhasesSum(half);
        assertPhasesSum(full);
    }

    @ParameterizedTest
    @ValueSource(strings = {CENTRAL, REPLICATED, FEDERATED})
    void shouldDeliverToEverybodyInTheRoomInEachModel(String model) {
        for (String transport : new String[] {"ideal", "tcp"}) {
            WorldResult result = Scenarios.simulate(chat(model, "transport: " + transport + "\n"));

            assertThat(result.load().intended()).isGreaterThan(40 * 2 * 11);
            assertThat(result.load().delivered()).isEqualTo(result.load().intended());
            assertThat(result.load().errors()).isEmpty();
            assertThat(result.latency().p50Nanos()).isGreaterThan(10_000_000);
            assertPhasesSum(result);
        }
    }

    /** The backplane and the tree are on the way of those whose speaker is at another server, and their phases with them. */
    @Test
    void shouldFollowCopiesOverTheBackplaneAndAlongTheTree() {
        assertThat(Scenarios.simulate(chat(REPLICATED, "")).phases())
                .anyMatch(share -> share.phase() == Phase.CPU && share.place().equals("backplane"))
                .anyMatch(
                        share -> share.phase() == Phase.TRAVEL && share.place().equals("link server->backplane"));
        assertThat(Scenarios.simulate(chat(FEDERATED, "")).phases())
                .anyMatch(
                        share -> share.phase() == Phase.TRAVEL && share.place().equals("link server->server"));
    }

    @ParameterizedTest
    @CsvSource({"ideal", "tcp"})
    void shouldRunTheSameWayTwice(String transport) {
        ScenarioText text = chat(FEDERATED, "transport: " + transport + "\n");

        assertThat(Scenarios.simulate(text).traceHash())
                .isEqualTo(Scenarios.simulate(text).traceHash());
    }

    @Test
    void shouldNameTheWayBackThatCarriesTheFanOut() {
        WorldResult result = Scenarios.simulate(Scenarios.example("chat-room"));
        Diagnosis diagnosis = result.diagnosis();

        assertThat(diagnosis.chokepoint().orElseThrow().resource()).isEqualTo("link server->far");
        assertThat(diagnosis.bounds().getFirst().resource()).isEqualTo("link server->far");
        assertThat(diagnosis.chokepoint().orElseThrow().capacityPerSecond())
                .isCloseTo(
                        diagnosis.bounds().getFirst().capacityPerSecond(),
                        within(0.05 * diagnosis.bounds().getFirst().capacityPerSecond()));
        assertThat(result.load().failed()).isZero();
        assertPhasesSum(result);
    }

    /** So much is said that what is carried in each interval of the timeline hardly varies by chance. */
    private static WorldResult busy(String model, String dies) {
        ScenarioText text = chat(model, "faults: [{at 2s: crash " + dies + "}]\n");
        return Scenarios.simulate(new ScenarioText(text.file(), text.text().replace("40/s", "400/s")));
    }

    /** Everybody loses the one server; of four that are joined, one takes its own people with it, until they have found another. */
    @Test
    void shouldTellWhatADeadServerCosts() {
        WorldResult central = busy(CENTRAL, "server");
        WorldResult federated = busy(FEDERATED, "server-4");
        Aftermath all = central.aftermaths().getFirst();
        Aftermath some = federated.aftermaths().getFirst();

        assertThat(all.lowestPerSecond()).isZero();
        assertThat(all.backNanos()).isEmpty();
        assertThat(some.lost()).isPositive().isLessThan(all.lost() / 2);
        assertThat(some.lowestPerSecond()).isPositive();
        assertThat(central.load().intended())
                .isEqualTo(central.load().delivered()
                        + central.load().failed()
                        + central.load().unfinished());
    }

    @ParameterizedTest
    @ValueSource(strings = {CENTRAL, REPLICATED, FEDERATED})
    void shouldTalkOverRealSockets(String model) {
        WorldResult result = Scenarios.run(chat(model, ""), EnumSet.of(World.LIVE), new ReplicationPlan.Fixed(1))
                .worlds()
                .getFirst();

        assertThat(result.load().intended()).isGreaterThan(40 * 2 * 11);
        assertThat(result.load().delivered()).isEqualTo(result.load().intended());
        assertThat(result.load().errors()).isEmpty();
        assertThat(result.latency().p50Nanos()).isGreaterThan(10_000_000);
        assertPhasesSum(result);
    }
}
