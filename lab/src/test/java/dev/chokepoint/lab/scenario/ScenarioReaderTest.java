package dev.chokepoint.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address.Family;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.Impairment;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Link.Direction;
import dev.chokepoint.host.world.Packets;
import dev.chokepoint.lab.scenario.Scenario.App.Ask;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Scenario.Costs;
import dev.chokepoint.lab.scenario.Scenario.LinkSpec;
import dev.chokepoint.lab.scenario.Objective.Metric;
import dev.chokepoint.live.IoModel;
import dev.chokepoint.programs.ask.Retries;
import dev.chokepoint.programs.load.ServiceTime;
import dev.chokepoint.programs.load.Workload;
import dev.chokepoint.sim.TcpOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Good files become the scenario that they say. */
class ScenarioReaderTest {
    private static final String LEAST = "app: {ask: {}}\nclients: [{load: {poisson: 1/s}}]\n";

    private static Scenario read(String text) {
        return ScenarioReader.read(new ScenarioText("dir/my test.yaml", text));
    }

    private static Workload load(String load) {
        return read("app: {ask: {}}\nclients: [{load: " + load + "}]")
                .clients()
                .getFirst()
                .load();
    }

    private static LinkSpec linked(String link) {
        return read("transport: tcp\napp: {ask: {}}\nclients: [{load: {poisson: 1/s}, link: " + link + "}]")
                .clients()
                .getFirst()
                .link()
                .orElseThrow();
    }

    @Test
    void shouldReadEveryKey(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("full.yaml"), """
                # yaml-language-server: $schema=scenario.schema.json
                name: ask
                about: "Fifty clients ask one server: where is the limit?"
                seed: 42
                warmup: 500ms
                duration: 1.5min
                model: central
                app:
                  ask:
                    request: 200B
                    response: 2kB
                    work: {mean: 1.5ms, law: exponential}
                server:
                  cores: 4
                  lanes: 2
                clients:
                  - name: browsers
                    count: 50
                    load: {poisson: 400/s}
                    queue: 100
                    link: {latency: 20ms, jitter: 1ms, bandwidth: 100Mbit/s, queue: 256KiB}
                stream: {window: 128KiB, high-mark: 32kB, send-limit: 1MB, backlog: 16, connect-timeout: 3s}
                transport: ideal
                costs: {turn: 1us, accept: 2us, read: 3us, write: 4us, byte: 0.25ns}
                family: ipv6
                slo: [p99 < 150ms, errors < 0.1%, carried > 390/s]
                """);
        Direction link = new Direction(20_000_000, 1_000_000, 100_000_000, 256 << 10);
        assertThat(ScenarioReader.read(file))
                .isEqualTo(new Scenario(
                        "ask",
                        "Fifty clients ask one server: where is the limit?",
                        42,
                        500_000_000,
                        90_000_000_000L,
                        Model.CENTRAL,
                        Family.IPV6,
                        new Transport.Ideal(),
                        new Ask(200, 2000, new ServiceTime.Exponential(1_500_000)),
                        new ServerSpec(4, 2),
                        Network.NONE,
                        Optional.empty(),
                        ModelParts.STANDARD,
                        List.of(),
                        List.of(new ClientGroup("browsers", 50, new Workload.Poisson(400), 100, link, link)),
                        List.of(),
                        new StreamOptions(32_000, 1_000_000, 128 << 10, 16, 3_000_000_000L, false),
                        new Costs(1000, 2000, 3000, 4000, 250),
                        List.of(
                                new Objective(Metric.P99, true, 150e6, "p99 < 150ms"),
                                new Objective(Metric.ERRORS, true, 0.001, "errors < 0.1%"),
                                new Objective(Metric.CARRIED, false, 390, "carried > 390/s")),
                        Variants.NONE));
    }

    @Test
    void shouldFillInEveryDefault() {
        Direction link = new Direction(0, 0, Link.UNLIMITED, 256_000);
        assertThat(read(LEAST))
                .isEqualTo(new Scenario(
                        "my-test",
                        "",
                        1,
                        1_000_000_000,
                        6_000_000_000L,
                        Model.CENTRAL,
                        Family.IPV4,
                        new Transport.Ideal(),
                        new Ask(200, 2000, new ServiceTime.Constant(1_000_000)),
                        new ServerSpec(1, 1),
                        Network.NONE,
                        Optional.empty(),
                        ModelParts.STANDARD,
                        List.of(),
                        List.of(new ClientGroup("clients", 1, new Workload.Poisson(1), 10_000, link, link)),
                        List.of(),
                        StreamOptions.DEFAULT,
                        new Costs(2000, 20_000, 2000, 4000, 100),
                        List.of(),
                        Variants.NONE));
    }

    @Test
    void shouldRunAsManyLanesAsCoresUnlessToldOtherwise() {
        assertThat(read(LEAST + "server: {cores: 3}").server()).isEqualTo(new ServerSpec(3, 3));
        assertThat(read(LEAST + "server: {lanes: 3}").server()).isEqualTo(new ServerSpec(1, 3));
        assertThat(read(LEAST + "server: {io: pool}").server()).isEqualTo(new ServerSpec(1, 1).withIo(IoModel.POOL));
    }

    @Test
    void shouldReadEveryKindOfLoad() {
        assertThat(load("{constant: 90/min}")).isEqualTo(new Workload.Constant(1.5));
        assertThat(load("{poisson: 1.5k/s}")).isEqualTo(new Workload.Poisson(1500));
        assertThat(load("{steps: [{rate: 100/s, for: 2s}, {rate: 200/s, for: 1s}]}"))
                .isEqualTo(new Workload.Steps(
                        List.of(new Workload.Step(100, 2_000_000_000), new Workload.Step(200, 1_000_000_000))));
        assertThat(read("app: {ask: {}}\nclients: [{load: {closed: {think: {mean: 1s, law: exponential}}}}]")
                        .clients()
                        .getFirst()
                        .load())
                .isEqualTo(new Workload.Closed(new ServiceTime.Exponential(1_000_000_000)));
    }

    @Test
    void shouldGiveADirectionItsOwnValuesBeforeTheLinks() {
        LinkSpec group = linked("{latency: 5ms, bandwidth: 1MB/s, up: {bandwidth: 56kbit/s}, down: {latency: 7ms}}");
        assertThat(group.up()).isEqualTo(new Direction(5_000_000, 0, 56_000, 256_000));
        assertThat(group.down()).isEqualTo(new Direction(7_000_000, 0, 8_000_000, 256_000));
    }

    @Test
    void shouldReadAnUnlimitedBandwidth() {
        assertThat(linked("{bandwidth: unlimited}").up().bitsPerSecond()).isEqualTo(Link.UNLIMITED);
    }

    @Test
    void shouldTakeQuotedQuantitiesAndASpaceBeforeTheUnit() {
        assertThat(read(LEAST + "warmup: \"20 ms\"").warmupNanos()).isEqualTo(20_000_000);
        assertThat(read(LEAST + "warmup: 20 ms").warmupNanos()).isEqualTo(20_000_000);
    }

    @Test
    void shouldReadAFileWithAByteOrderMarkAndWindowsLineEnds() {
        byte[] bytes = ("\uFEFF" + LEAST).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        assertThat(ScenarioReader.read(ScenarioText.of("a.yaml", bytes)).name()).isEqualTo("a");
    }

    @Test
    void shouldNameAScenarioAfterItsFile() {
        assertThat(ScenarioReader.read(new ScenarioText("x/..hidden one.v2.yaml", LEAST))
                        .name())
                .isEqualTo("hidden-one.v2");
        assertThat(ScenarioReader.read(new ScenarioText("/", LEAST)).name()).isEqualTo("scenario");
    }

    @Test
    void shouldReadWhatHappensToPackets() {
        LinkSpec link =
                linked("{loss: 1%, duplicate: 0.1%, reorder: {fraction: 2%, delay: 5ms}, mtu: 1400 B, framing: 38B,"
                        + " queue: 100 packets, down: {loss: 0%, queue: {packets: 7, bytes: 9kB}}}");
        assertThat(link.up().packets())
                .isEqualTo(new Packets(1400, 38, 100, new Impairment(0.01, 0.001, 0.02, 5_000_000)));
        assertThat(link.up().queueBytes()).isEqualTo(100 * 1438);
        assertThat(link.down().packets())
                .isEqualTo(new Packets(1400, 38, 7, new Impairment(0, 0.001, 0.02, 5_000_000)));
        assertThat(link.down().queueBytes()).isEqualTo(9000);
    }

    @Test
    void shouldReadEachTransport() {
        assertThat(read(LEAST).transport()).isEqualTo(new Transport.Ideal());
        assertThat(read(LEAST + "transport: tcp").transport()).isEqualTo(new Transport.Tcp(TcpOptions.DEFAULT));
        Scenario tuned = read(LEAST + """
                transport: tcp
                tcp:
                  congestion-control: newreno
                  recovery: classic
                  sack: false
                  timestamps: false
                  initial-window: 3
                  delayed-ack: {segments: 1, time: 10ms}
                  initial-rto: 3s
                  min-rto: 1s
                  nagle: true
                """);
        assertThat(tuned.transport())
                .isEqualTo(new Transport.Tcp(new TcpOptions(
                        TcpOptions.CongestionControl.NEW_RENO,
                        TcpOptions.Recovery.CLASSIC,
                        false,
                        false,
                        3,
                        1,
                        10_000_000,
                        3_000_000_000L,
                        1_000_000_000)));
        assertThat(tuned.stream().nagle()).isTrue();
        assertThat(read(LEAST + "transport: udp").transport())
                .isEqualTo(new Transport.Udp(new Retries(0, 1_000_000_000)));
        assertThat(read(LEAST + "transport: udp\nudp: {retries: 3, timeout: 200ms}")
                        .transport())
                .isEqualTo(new Transport.Udp(new Retries(3, 200_000_000)));
    }

    @Test
    void shouldReadRoutersAndWhoIsLinkedToThem() {
        Scenario scenario = read("""
                transport: tcp
                app: {ask: {}}
                server: {count: 3}
                network:
                  routers: [west, east]
                  links:
                    - {from: west, to: east, latency: 10ms, up: {bandwidth: 1Mbit/s}}
                    - {from: east, to: server}
                clients:
                  - {name: near, load: {poisson: 1/s}, to: west, link: {latency: 1ms}}
                  - {name: own, count: 9, load: {poisson: 1/s}, to: east, access: {latency: 2ms}}
                """);
        Network network = scenario.network();
        assertThat(network.routers()).containsExactly("west", "east");
        Direction up = new Direction(10_000_000, 0, 1_000_000, 256_000);
        Direction down = new Direction(10_000_000, 0, Link.UNLIMITED, 256_000);
        assertThat(network.links().getFirst()).isEqualTo(new Network.Wire("west", "east", new LinkSpec(up, down)));
        assertThat(scenario.clients().get(1).link()).isEmpty();
        assertThat(Route.of(scenario, scenario.clients().get(0)).up())
                .extracting(leg -> leg.resource() + " x" + leg.copies())
                .containsExactly("link near->west x1", "link west->east x1", "link east->server x3");
        assertThat(Route.of(scenario, scenario.clients().get(1)).down())
                .extracting(leg -> leg.resource() + " x" + leg.copies())
                .containsExactly("link server->east x3", "access east->own x9");
        assertThat(Route.of(scenario, scenario.clients().get(0)).latencyNanos()).isEqualTo(22_000_000);
    }
}
