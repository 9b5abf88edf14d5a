package dev.chokepoint.lab.scenario;

/**
 * A computer that several hosts of a scenario run on.
 *
 * @param name unique among machines
 * @param cores its CPU cores, which they share first come first served
 */
public record MachineSpec(String name, int cores) {}
