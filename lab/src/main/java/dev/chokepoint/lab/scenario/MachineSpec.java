package dev.chokepoint.lab.scenario;

/**
 * A computer that several hosts of a scenario run on.
 *
 * @param name unique among machines
 * @param cores its CPU cores, which they share first come first served
 */
public record MachineSpec(String name, int cores) {
    /**
     * The name under which its cores are counted.
     *
     * @return such as {@code box cpu}
     */
    public String resource() {
        return name + " cpu";
    }
}
