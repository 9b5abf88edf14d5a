package dev.chokepoint.sim.truth;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One case of {@code reference/ns3-tcp-udp.json}: what ns-3 3.37 measured. */
final class Ns3 {
    private final JsonNode values;

    private Ns3(JsonNode values) {
        this.values = values;
    }

    static Ns3 of(String name) {
        try (InputStream in = Ns3.class.getResourceAsStream("/reference/ns3-tcp-udp.json")) {
            for (JsonNode each : JsonMapper.shared().readTree(in).get("cases")) {
                if (each.get("name").asString().equals(name)) {
                    return new Ns3(each);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("reference/ns3-tcp-udp.json can't be read", e);
        }
        throw new IllegalArgumentException("reference/ns3-tcp-udp.json has no case " + name);
    }

    double mean(String metric) {
        return values.get("mean").get(metric).asDouble();
    }

    /** The metric of each replication. */
    double[] runs(String metric) {
        return StreamSupport.stream(values.get("per_run").spliterator(), false)
                .mapToDouble(run -> run.get(metric).asDouble())
                .toArray();
    }
}
