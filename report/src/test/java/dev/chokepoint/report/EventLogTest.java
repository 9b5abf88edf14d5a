package dev.chokepoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.lab.measure.Counts;
import dev.chokepoint.lab.measure.LoadProgress;
import dev.chokepoint.lab.measure.Statistics;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunEvent;
import dev.chokepoint.lab.run.RunResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventLogTest {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @TempDir
    Path folder;

    private static RunEvent.Interval interval() {
        TreeMap<String, Double> used = new TreeMap<>();
        used.put("server lane 0", 0.41);
        used.put("a \"quoted\"\nname", Double.NaN);
        LoadProgress load = new LoadProgress(
                0, new Counts(80, 79, 1, 2_000_000_000L, 20_000_000, 29_000_000), new Counts(0, 0, 0, 0, 0, 0));
        ResourceUse lane = new ResourceUse("server lane 0", ResourceUse.Kind.LANE, 1, 1e6, 80, 0, 2, 0);
        return new RunEvent.Interval(200_000_000, 200_000_000, load, used, List.of(lane));
    }

    private static void tell(EventLog log, RunResult result) {
        log.started(result.scenario(), result.scenarioFile(), EnumSet.of(World.SIMULATION, World.LIVE));
        for (WorldResult world : result.worlds()) {
            log.accept(new RunEvent.WorldStarted(world.world()));
            log.accept(interval());
            log.accept(new RunEvent.FaultApplied(5_000_000_000L, "crash server-2"));
            log.accept(new RunEvent.ReplicationFinished(1, 10, new Statistics.Run(42, 9, 1.5, 2, 3, 4, 5, 6)));
            log.accept(new RunEvent.WorldFinished(world));
        }
    }

    private static List<JsonNode> written(RunResult result) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EventLog log = EventLog.to(out);
        tell(log, result);
        assertThat(log.finish(1, Optional.of(result), Optional.empty())).isEmpty();
        return lines(out.toString(StandardCharsets.UTF_8));
    }

    private static List<JsonNode> lines(String text) {
        assertThat(text).endsWith("}\n");
        return text.lines().map(MAPPER::readTree).toList();
    }

    /** The published schema, but nothing may be written that it does not describe. */
    private static Schema strict() {
        JsonNode schema = MAPPER.readTree(About.text("events.schema.json"));
        close(schema);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.has("properties")
                && object.path("type").asString("").equals("object")) {
            object.put("additionalProperties", false);
        }
        node.forEach(EventLogTest::close);
    }

    @Test
    void shouldMatchItsSchemaWhateverHappens() {
        Schema schema = strict();
        for (RunResult result : List.of(Fixture.ask(), Fixture.voided(), Fixture.silent(), Fixture.hostile())) {
            assertThat(written(result))
                    .allSatisfy(line -> assertThat(schema.validate(line))
                            .as(line.toString())
                            .isEmpty());
        }
        ObjectNode unknown = (ObjectNode) written(Fixture.ask()).getFirst();
        assertThat(schema.validate(unknown.put("surprise", 1))).isNotEmpty();
    }

    @Test
    void shouldPublishTheSchemaThatItCarries() throws IOException {
        Path published = Path.of(System.getProperty("chokepoint.root"), "docs/reference/events.schema.json");

        assertThat(Files.readString(published)).isEqualTo(About.text("events.schema.json"));
    }

    @Test
    void shouldTellTheStoryInOrder() {
        List<JsonNode> lines = written(Fixture.ask());

        assertThat(lines)
                .extracting(line -> line.path("type").asString())
                .containsExactly(
                        "run_started",
                        "world_started",
                        "interval",
                        "fault",
                        "replication_finished",
                        "world_finished",
                        "world_started",
                        "interval",
                        "fault",
                        "replication_finished",
                        "note",
                        "world_finished",
                        "run_finished");
        assertThat(lines.get(2).path("world").asString()).isEqualTo("simulation");
        assertThat(lines.get(2).path("carriedPerSecond").asDouble()).isEqualTo(395);
        assertThat(lines.get(7).path("world").asString()).isEqualTo("live");
        assertThat(lines.getLast().path("exitStatus").asInt()).isEqualTo(1);
        assertThat(lines.getLast().has("world")).isFalse();
        assertThat(lines.getLast().path("answer").asString()).startsWith("The chokepoint is server lane 0");
    }

    /** A reader that takes one byte and no more until it is let go. */
    private static final class Stuck extends OutputStream {
        private final CountDownLatch letGo = new CountDownLatch(1);
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

        @Override
        public void write(int b) throws IOException {
            try {
                letGo.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            taken.write(b);
        }
    }

    @Test
    void shouldNotWaitForASlowReaderAndCountWhatItMissed() {
        Stuck stuck = new Stuck();
        EventLog log = EventLog.to(stuck);
        tell(log, Fixture.ask());
        for (int i = 0; i < 5_000; i++) {
            log.accept(interval());
        }

        stuck.letGo.countDown();
        assertThat(log.finish(0, Optional.empty(), Optional.of("it broke")))
                .hasValueSatisfying(why -> assertThat(why).contains("events are missing"));
        List<JsonNode> lines = lines(stuck.taken.toString(StandardCharsets.UTF_8));
        assertThat(lines.getLast().path("dropped").asLong()).isBetween(3_900L, 4_100L);
        assertThat(lines.getLast().path("error").asString()).isEqualTo("it broke");
    }

    @Test
    void shouldEndWithoutAReader() {
        Stuck stuck = new Stuck();
        EventLog log = EventLog.to(stuck);
        tell(log, Fixture.ask());

        assertThat(log.finish(0, Optional.of(Fixture.ask()), Optional.empty()))
                .hasValueSatisfying(why -> assertThat(why).contains("nobody reads them"));
        stuck.letGo.countDown();
    }

    @Test
    void shouldSurviveAFullDiskAndSaySo() {
        EventLog log = EventLog.to(Path.of("/dev/full"));
        tell(log, Fixture.ask());

        assertThat(log.finish(0, Optional.of(Fixture.ask()), Optional.empty()))
                .hasValueSatisfying(why -> assertThat(why).contains("end early", "No space left"));
    }

    @Test
    void shouldFailBeforeTheRunWhereItCantWrite() {
        assertThatThrownBy(() -> EventLog.to(folder))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("can't write the events to " + folder + ": it is a folder");
    }
}
