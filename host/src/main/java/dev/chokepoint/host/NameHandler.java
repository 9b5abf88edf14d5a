package dev.chokepoint.host;

import java.util.List;

/** The receiver of a name look-up's answer, see {@link Host#resolve}. */
@FunctionalInterface
public interface NameHandler {
    /**
     * Called once, on the lane.
     *
     * @param addresses what the name stands for, ports 0, in order of preference; empty when nobody knows the name
     */
    void onResolved(List<Address> addresses);
}
