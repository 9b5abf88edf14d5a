package dev.chokepoint.report;

import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.topology.Drawing;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run's results for programs: one JSON object (RFC 8259), described by {@code results.schema.json} beside this class. Names
 * end in their unit. A number that does not exist or has no bound is null. Stateless.
 */
public final class JsonReport {
    /** Names the form of the results; a later form that old readers can't read has another number. */
    public static final String SCHEMA = "chokepoint-results/1";

    private static final ObjectMapper MAPPER = JsonMapper.shared();

    private JsonReport() {}

    /**
     * Writes the results, in UTF-8, with a line end.
     *
     * @param result what to write
     * @param out where to; flushed, not closed
     * @throws UncheckedIOException {@code out} failed
     */
    public static void write(RunResult result, OutputStream out) {
        try {
            out.write(text(result).getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the results: " + e.getMessage(), e);
        }
    }

    /**
     * Writes the results to a file, wholly or not at all.
     *
     * @param result what to write
     * @param file where to; its folder is made if it does not exist
     * @throws ReportException it could not be written
     */
    public static void write(RunResult result, Path file) {
        byte[] bytes = text(result).getBytes(StandardCharsets.UTF_8);
        WholeFile.write("results", file, out -> out.write(bytes));
    }

    static String text(RunResult result) {
        return tree(result).toPrettyString() + "\n";
    }

    static ObjectNode tree(RunResult result) {
        ObjectNode root = MAPPER.createObjectNode();
        head(root, SCHEMA, result.machine(), result.startedAt());
        scenario(root.putObject("scenario"), result);
        ArrayNode worlds = root.putArray("worlds");
        result.worlds().forEach(w -> JsonWorld.write(worlds.addObject(), w));
        differences(root.putArray("differences"), result);
        objectives(root.putArray("objectives"), result);
        topology(root.putObject("topology"), result.drawing());
        return root;
    }

    /** What every result begins with. */
    static void head(ObjectNode root, String schema, String machine, Instant startedAt) {
        root.put("schema", schema);
        root.put("chokepointVersion", About.version());
        root.put("javaVersion", Runtime.version().toString());
        root.put("machine", machine);
        root.put("startedAt", startedAt.toString());
    }

    /** What several runs of one scenario have in common of it. */
    static void scenario(ObjectNode root, Scenario scenario, String file, String text) {
        ObjectNode node = root.putObject("scenario");
        node.put("name", scenario.name());
        node.put("file", file);
        node.put("text", text);
        node.put("seed", scenario.seed());
    }

    private static void scenario(ObjectNode node, RunResult result) {
        Scenario scenario = result.scenario();
        node.put("name", scenario.name());
        node.put("about", scenario.about());
        node.put("file", result.scenarioFile());
        node.put("text", result.scenarioText());
        node.put("seed", scenario.seed());
        node.put("model", lower(scenario.model()));
        node.put("addressFamily", lower(scenario.family()));
        node.put("warmupNanos", scenario.warmupNanos());
        node.put("durationNanos", scenario.durationNanos());
    }

    private static void differences(ArrayNode array, RunResult result) {
        for (RunResult.Difference d : result.differences()) {
            ObjectNode node = array.addObject();
            node.put("world", lower(d.world()));
            node.put("figure", d.figure());
            node.put("unit", d.unit());
            put(node, "simulated", d.simulated());
            put(node, "simulatedHalfWidth", d.simulatedHalfWidth());
            put(node, "live", d.live());
            put(node, "relative", d.relative());
            if (Double.isFinite(d.simulatedHalfWidth())) {
                node.put("covered", d.covered());
            }
        }
    }

    static void objectives(ArrayNode array, RunResult result) {
        for (RunResult.Verdict v : result.verdicts()) {
            ObjectNode node = array.addObject();
            node.put("objective", v.objective().text());
            node.put("world", lower(v.world()));
            node.put("metric", lower(v.objective().metric()));
            node.put("met", v.met());
            put(node, "measured", v.measured());
            put(node, "limit", v.objective().limit());
        }
    }

    private static void topology(ObjectNode node, Drawing drawing) {
        ArrayNode hosts = node.putArray("hosts");
        for (Drawing.Node n : drawing.nodes()) {
            ObjectNode host = hosts.addObject();
            host.put("name", n.name());
            host.put("label", n.label());
            host.put("server", n.role() == Drawing.Role.SERVER);
            host.put("role", lower(n.role()));
            n.resources().forEach(host.putArray("resources")::add);
        }
        ArrayNode links = node.putArray("links");
        for (Drawing.Edge e : drawing.edges()) {
            ObjectNode link = links.addObject();
            link.put("from", e.from());
            link.put("to", e.to());
            link.put("label", e.label());
            link.put("forwardResource", e.forward());
            link.put("backwardResource", e.backward());
        }
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** JSON has no infinity and no NaN. */
    static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
