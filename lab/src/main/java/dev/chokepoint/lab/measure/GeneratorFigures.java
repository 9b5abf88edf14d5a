package dev.chokepoint.lab.measure;

/**
 * How the load generator itself did in a live run.
 *
 * @param sendLagP50Nanos median of actual minus intended send, while an idle client was at hand
 * @param sendLagP99Nanos its 99th percentile
 * @param cpuOfOneCore CPU time over elapsed time, 1 is one core
 * @param processId the generator's process
 */
public record GeneratorFigures(long sendLagP50Nanos, long sendLagP99Nanos, double cpuOfOneCore, long processId) {}
