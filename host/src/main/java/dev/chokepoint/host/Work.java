package dev.chokepoint.host;

/** A kind of CPU work for {@link Host#spend}. Make one constant per kind; it is compared by name. */
public sealed interface Work {
    /**
     * The name under which it is counted.
     *
     * @return such as {@code chat.route}
     */
    String name();

    /**
     * Work that the program really does around the call. Over real sockets the units are only counted; the simulator charges
     * them at the cost that was measured for this name (0 while unmeasured).
     *
     * @param name the name
     */
    record Calibrated(String name) implements Work {}

    /**
     * Work that exists because the scenario says so. One unit is one nanosecond of CPU: burnt over real sockets, charged in
     * the simulator.
     *
     * @param name the name
     */
    record Synthetic(String name) implements Work {}
}
