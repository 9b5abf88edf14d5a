package dev.chokepoint.report;

import static dev.chokepoint.report.JsonReport.lower;
import static dev.chokepoint.report.JsonReport.put;

import dev.chokepoint.lab.measure.Counts;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunEvent;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.lab.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Events of a run as JSON, one object a line. Remembers which world runs; used by one thread. */
final class JsonEvents {
    private Optional<World> running = Optional.empty();

    /** What an event says. */
    sealed interface What {}

    /** The run begins. */
    record Started(Scenario scenario, String file, List<World> worlds) implements What {}

    /** The lab told it. */
    record Told(RunEvent event) implements What {}

    /** The run is over. */
    record Finished(int status, Optional<RunResult> result, Optional<String> error) implements What {}

    /** An event and when it happened. */
    record Line(Instant at, What what) {}

    /** One line, or several that happened at once; without the last line's end. */
    String json(Line line, long dropped) {
        return switch (line.what()) {
            case Started started -> started(line.at(), started);
            case Told told -> told(line.at(), told.event());
            case Finished finished -> finished(line.at(), finished, dropped);
        };
    }

    private ObjectNode event(String type, Instant at) {
        ObjectNode node = JsonMapper.shared().createObjectNode();
        node.put("schema", EventLog.SCHEMA);
        node.put("type", type);
        node.put("time", at.toString());
        running.ifPresent(world -> node.put("world", lower(world)));
        return node;
    }

    private String started(Instant at, Started start) {
        ObjectNode node = event("run_started", at);
        node.put("chokepointVersion", About.version());
        ObjectNode scenario = node.putObject("scenario");
        scenario.put("name", start.scenario().name());
        scenario.put("file", start.file());
        scenario.put("seed", start.scenario().seed());
        scenario.put("warmupNanos", start.scenario().warmupNanos());
        scenario.put("durationNanos", start.scenario().durationNanos());
        ArrayNode worlds = node.putArray("worlds");
        start.worlds().forEach(world -> worlds.add(lower(world)));
        return node.toString();
    }

    private String told(Instant at, RunEvent event) {
        return switch (event) {
            case RunEvent.WorldStarted started -> {
                running = Optional.of(started.world());
                yield event("world_started", at).toString();
            }
            case RunEvent.Interval interval -> interval(at, interval);
            case RunEvent.ReplicationFinished replication -> replication(at, replication);
            case RunEvent.FaultApplied fault -> {
                ObjectNode node = event("fault", at);
                node.put("atNanos", fault.atNanos());
                yield node.put("fault", fault.text()).toString();
            }
            case RunEvent.WorldFinished finished -> {
                String lines = worldFinished(at, finished.result());
                running = Optional.empty();
                yield lines;
            }
        };
    }

    private String interval(Instant at, RunEvent.Interval interval) {
        ObjectNode node = event("interval", at);
        Counts counts = interval.load().last();
        double seconds = interval.lengthNanos() / 1e9;
        node.put("atNanos", interval.atNanos());
        node.put("lengthNanos", interval.lengthNanos());
        put(node, "offeredPerSecond", counts.intended() / seconds);
        put(node, "carriedPerSecond", counts.delivered() / seconds);
        counts(node, counts);
        counts(node.putObject("measured"), interval.load().soFar());
        ObjectNode used = node.putObject("utilisations");
        interval.utilisations().forEach((name, value) -> put(used, name, value));
        return node.toString();
    }

    private static void counts(ObjectNode node, Counts counts) {
        node.put("intended", counts.intended());
        node.put("delivered", counts.delivered());
        node.put("failed", counts.failed());
        node.put("p50Nanos", counts.p50Nanos());
        node.put("p99Nanos", counts.p99Nanos());
    }

    private String replication(Instant at, RunEvent.ReplicationFinished replication) {
        ObjectNode node = event("replication_finished", at);
        node.put("number", replication.number());
        node.put("planned", replication.planned());
        JsonStatistics.run(node, replication.run());
        return node.toString();
    }

    /** First what is to be said about the world, then its figures. */
    private String worldFinished(Instant at, WorldResult world) {
        List<String> lines = new ArrayList<>();
        world.notes()
                .forEach(note -> lines.add(event("note", at).put("note", note).toString()));
        ObjectNode node = event("world_finished", at);
        world.voided().ifPresent(why -> node.put("voided", why));
        world.traceHash().ifPresent(hash -> node.put("traceHash", hash));
        node.put("elapsedNanos", world.elapsedNanos());
        JsonWorld.load(node.putObject("load"), world.load());
        ObjectNode latency = node.putObject("latency");
        JsonWorld.latency(latency, world.latency());
        latency.remove("curve");
        world.diagnosis().chokepoint().ifPresent(found -> JsonWorld.chokepoint(node.putObject("chokepoint"), found));
        lines.add(node.toString());
        return String.join("\n", lines);
    }

    private String finished(Instant at, Finished finished, long dropped) {
        running = Optional.empty();
        ObjectNode node = event("run_finished", at);
        node.put("exitStatus", finished.status());
        finished.error().ifPresent(why -> node.put("error", why));
        finished.result().ifPresent(result -> {
            node.put("answer", Answer.of(result).headline());
            JsonReport.objectives(node.putArray("objectives"), result);
        });
        node.put("dropped", dropped);
        return node.toString();
    }
}
