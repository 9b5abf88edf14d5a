package dev.chokepoint.programs.chat.guard;

import dev.chokepoint.host.Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many connections each address has, and who is refused for having too many. One lane's. */
public final class AddressCounts {
    private int most;
    private final Map<InetAddress, Integer> counts = new LinkedHashMap<>();
    private long refused;

    /**
     * Counts from nothing.
     *
     * @param most connections that one address may have at the same time; peers of a Unix-domain socket have no address and no limit
     */
    public AddressCounts(int most) {
        this.most = most;
    }

    /**
     * Changes the limit; those who are there may stay.
     *
     * @param connections as for a new one
     */
    public void limit(int connections) {
        most = connections;
    }

    /**
     * A connection came.
     *
     * @param from its peer
     * @return whether it may stay; only then {@link #left} must be told of its end
     */
    public boolean came(Address from) {
        if (!(from instanceof Address.Inet inet)) {
            return true;
        }
        if (counts.getOrDefault(inet.ip(), 0) >= most) {
            refused++;
            return false;
        }
        counts.merge(inet.ip(), 1, Integer::sum);
        return true;
    }

    /**
     * A connection that could stay has ended.
     *
     * @param from its peer
     */
    public void left(Address from) {
        if (from instanceof Address.Inet inet) {
            counts.computeIfPresent(inet.ip(), (_, count) -> count == 1 ? null : count - 1);
        }
    }

    /**
     * How many could not stay.
     *
     * @return since the start
     */
    public long refused() {
        return refused;
    }
}
