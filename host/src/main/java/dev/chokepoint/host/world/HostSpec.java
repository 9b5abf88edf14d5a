package dev.chokepoint.host.world;

import dev.chokepoint.host.Address;
import java.util.List;
import java.util.Optional;

/**
 * A host to build.
 *
 * @param name unique in its world
 * @param addresses its own addresses, ports 0, at least one; for a fleet an {@link AddressBlock} is best
 * @param cores how many of its lanes and offloaded computations can use CPU time at once; {@link #UNLIMITED} for a fleet of
 *     clients
 * @param lanes how many single-threaded lanes it runs, at least 1
 * @param offload the threads of its offloaded computations
 * @param machine the {@linkplain World#addMachine machine} whose cores it shares with other hosts; empty for a host that has
 *     its cores to itself. Over real sockets all hosts share this machine anyway
 */
public record HostSpec(
        String name, List<Address> addresses, int cores, int lanes, OffloadPool offload, Optional<String> machine) {
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

    /**
     * A host that has its cores to itself, and the usual offload pool.
     *
     * @param name as above
     * @param addresses as above
     * @param cores as above
     * @param lanes as above
     */
    public HostSpec(String name, List<Address> addresses, int cores, int lanes) {
        this(name, addresses, cores, lanes, OffloadPool.DEFAULT, Optional.empty());
    }
}
