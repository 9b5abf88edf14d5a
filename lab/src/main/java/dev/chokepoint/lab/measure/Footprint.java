package dev.chokepoint.lab.measure;

import java.io.Serializable;

/**
 * What a live run's server process took of the machine.
 *
 * @param cpuNanos CPU time of all its threads in the measured window
 * @param threadsMax the most platform threads that it ever had at once, the JVM's own Java threads among them
 * @param memoryBytesMax the most memory that was ever resident (VmHWM of proc(5)); 0 where the system doesn't tell
 */
public record Footprint(long cpuNanos, int threadsMax, long memoryBytesMax) implements Serializable {}
