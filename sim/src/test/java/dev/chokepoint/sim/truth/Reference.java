package dev.chokepoint.sim.truth;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The exact values of {@code reference/queueing.json}. */
final class Reference {
    private final JsonNode values;

    private Reference(JsonNode values) {
        this.values = values;
    }

    static Reference of(String name) {
        try (InputStream in = Reference.class.getResourceAsStream("/reference/queueing.json")) {
            for (JsonNode each : JsonMapper.shared().readTree(in).get("cases")) {
                if (each.get("name").asString().equals(name)) {
                    return new Reference(each);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("reference/queueing.json can't be read", e);
        }
        throw new IllegalArgumentException("reference/queueing.json has no case " + name);
    }

    double expected(String value) {
        return at(values.get("expected"), value);
    }

    double param(String value) {
        return at(values.get("params"), value);
    }

    /** {@code name}, or {@code name.index} into a list. */
    private static double at(JsonNode node, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return node.get(path).asDouble();
        }
        return node.get(path.substring(0, dot))
                .get(Integer.parseInt(path.substring(dot + 1)))
                .asDouble();
    }
}
