package dev.chokepoint.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address.Family;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Link.Direction;
import dev.chokepoint.lab.scenario.Scenario.App.Ask;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Scenario.Costs;
import dev.chokepoint.lab.scenario.Scenario.Model;
import dev.chokepoint.lab.scenario.Scenario.Objective;
import dev.chokepoint.lab.scenario.Scenario.Objective.Metric;
import dev.chokepoint.lab.scenario.Scenario.ServerSpec;
import dev.chokepoint.programs.load.ServiceTime;
import dev.chokepoint.programs.load.Workload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static ClientGroup linked(String link) {
        return read("app: {ask: {}}\nclients: [{load: {poisson: 1/s}, link: " + link + "}]")
                .clients()
                .getFirst();
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
                stream: {window: 128KiB, high-mark: 32kB, send-limit: 1MB, backlog: 16, connect-timeout: 3s, transport: ideal}
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
                        new Ask(200, 2000, new ServiceTime.Exponential(1_500_000)),
                        new ServerSpec(4, 2),
                        List.of(new ClientGroup("browsers", 50, new Workload.Poisson(400), 100, link, link)),
                        new StreamOptions(32_000, 1_000_000, 128 << 10, 16, 3_000_000_000L, false),
                        new Costs(1000, 2000, 3000, 4000, 250),
                        List.of(
                                new Objective(Metric.P99, true, 150e6, "p99 < 150ms"),
                                new Objective(Metric.ERRORS, true, 0.001, "errors < 0.1%"),
                                new Objective(Metric.CARRIED, false, 390, "carried > 390/s"))));
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
                        new Ask(200, 2000, new ServiceTime.Constant(1_000_000)),
                        new ServerSpec(1, 1),
                        List.of(new ClientGroup("clients", 1, new Workload.Poisson(1), 10_000, link, link)),
                        StreamOptions.DEFAULT,
                        new Costs(2000, 20_000, 2000, 4000, 100),
                        List.of()));
    }

    @Test
    void shouldRunAsManyLanesAsCoresUnlessToldOtherwise() {
        assertThat(read(LEAST + "server: {cores: 3}").server()).isEqualTo(new ServerSpec(3, 3));
        assertThat(read(LEAST + "server: {lanes: 3}").server()).isEqualTo(new ServerSpec(1, 3));
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
        ClientGroup group = linked("{latency: 5ms, bandwidth: 1MB/s, up: {bandwidth: 56kbit/s}, down: {latency: 7ms}}");
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
}
