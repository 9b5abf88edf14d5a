package dev.chokepoint.report;

import dev.chokepoint.lab.difference.SavedRun;
import dev.chokepoint.lab.difference.SavedRun.Held;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link JsonReport} wrote, of this build or an older one. Stateless. */
public final class SavedResults {
    private static final String FAMILY = "chokepoint-results/";
    private static final String HOW = "; make one with `chokepoint run SCENARIO --json=FILE`";

    private SavedResults() {}

    /**
     * Reads results.
     *
     * @param file where they are
     * @return the run
     * @throws ResultsException it can't be read, is no results of ours, is of a newer form, or lacks something
     */
    public static SavedRun read(Path file) {
        JsonNode root = tree(file);
        String schema = root.path("schema").asString("");
        if (!schema.startsWith(FAMILY)) {
            throw new ResultsException(file + " holds no results of a Chokepoint run: its \"schema\" is "
                    + (schema.isEmpty() ? "missing" : "\"" + schema + "\"") + " and should be \"" + JsonReport.SCHEMA
                    + "\"" + HOW);
        }
        if (!schema.equals(JsonReport.SCHEMA)) {
            throw new ResultsException(file + " is of the form \"" + schema + "\", and this Chokepoint ("
                    + About.version() + ") reads \"" + JsonReport.SCHEMA
                    + "\": use the newer Chokepoint that wrote it, or run again with this one");
        }
        try {
            return run(file, root);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new ResultsException(file + " says it is \"" + schema + "\" but is not: " + firstLine(e) + HOW, e);
        }
    }

    private static JsonNode tree(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new ResultsException(file + ": there is no such file" + HOW, e);
        } catch (AccessDeniedException e) {
            throw new ResultsException(file + " may not be read by this user: check its permissions", e);
        } catch (IOException e) {
            throw new ResultsException(file + " can't be read: " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw new ResultsException(file + " is not JSON: " + firstLine(e) + HOW, e);
        }
    }

    private static String firstLine(Exception e) {
        return e.getMessage().lines().findFirst().orElse("").strip();
    }

    private static SavedRun run(Path file, JsonNode root) {
        JsonNode scenario = root.required("scenario");
        List<WorldResult> worlds = new ArrayList<>();
        root.required("worlds")
                .forEach(node -> world(node).ifPresent(world -> worlds.add(SavedWorld.read(world, node))));
        List<Held> objectives = new ArrayList<>();
        root.required("objectives")
                .forEach(node -> world(node)
                        .ifPresent(world -> objectives.add(new Held(
                                node.required("objective").asString(),
                                world,
                                node.required("met").asBoolean()))));
        return new SavedRun(
                file.toString(),
                scenario.required("name").asString(),
                scenario.required("text").asString(),
                scenario.required("seed").asLong(),
                root.required("startedAt").asString(),
                root.required("machine").asString(),
                root.required("chokepointVersion").asString(),
                worlds,
                objectives);
    }

    /** Empty for a world that a later build added: what is not known is left out. */
    private static Optional<World> world(JsonNode node) {
        String name = node.required("world").asString().toUpperCase(Locale.ROOT);
        return List.of(World.values()).stream()
                .filter(world -> world.name().equals(name))
                .findFirst();
    }
}
