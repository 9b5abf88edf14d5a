package dev.chokepoint.bench.peers;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one side took, and a figure of what it simulated, which must be about the same on both sides.
 *
 * @param wallSeconds elapsed time
 * @param cpuSeconds CPU time
 * @param check the figure
 */
record Outcome(double wallSeconds, double cpuSeconds, double check) {
    /** From what a side printed, {@code name=value} each; the process's own times count where it names none. */
    static Outcome parse(String printed, double processWallSeconds, double processCpuSeconds) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String field : printed.strip().split("\\s+", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                values.put(field.substring(0, equals), Double.valueOf(field.substring(equals + 1)));
            }
        }
        if (!values.containsKey("check")) {
            throw new IllegalStateException("no check=... in what a side printed: " + printed);
        }
        return new Outcome(
                values.getOrDefault("wall", processWallSeconds),
                values.getOrDefault("cpu", processCpuSeconds),
                values.get("check"));
    }
}
