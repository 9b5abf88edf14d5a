package dev.chokepoint.host.world;

import dev.chokepoint.host.Address;
import java.util.List;

/**
 * A host to build.
 *
 * @param name unique in its world
 * @param addresses its own addresses, ports 0, at least one; for a fleet an {@link AddressBlock} is best
 * @param cores how many of its lanes can use CPU time at once; {@link #UNLIMITED} for a fleet of clients
 * @param lanes how many single-threaded lanes it runs, at least 1
 */
public record HostSpec(String name, List<Address> addresses, int cores, int lanes) {
    /** A number of cores that never makes anybody wait. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** Checks the numbers and copies the list, unless it is a block. */
    public HostSpec {
        addresses = addresses instanceof AddressBlock ? addresses : List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("host " + name + " has no address: it needs at least 1");
        }
        if (cores < 1 || lanes < 1) {
            throw new IllegalArgumentException(
                    "host " + name + " has " + cores + " cores and " + lanes + " lanes: it needs at least 1 of each");
        }
    }
}
