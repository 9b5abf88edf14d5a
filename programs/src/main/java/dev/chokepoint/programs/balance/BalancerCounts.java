package dev.chokepoint.programs.balance;

import java.io.Serializable;
import java.util.List;

/**
 * What the lanes of a {@link Balancer} have done so far.
 *
 * @param servers each server's part, in the order of the list
 * @param retried how often a connection was offered to another server
 * @param turnedAway how many clients were aborted because no server took them
 * @param changes each time a server was found ill or well again, the first {@value #CHANGES_MOST}
 */
public record BalancerCounts(List<OfServer> servers, long retried, long turnedAway, List<Change> changes)
        implements Serializable {
    /** So many changes are kept; a balancer whose servers change more often has another problem. */
    public static final int CHANGES_MOST = 1000;

    /** Copies the lists. */
    public BalancerCounts {
        servers = List.copyOf(servers);
        changes = List.copyOf(changes);
    }

    /**
     * What became of the connections to one server.
     *
     * @param chosen how often it was chosen
     * @param failed how many of these did not open
     * @param cut how many open ones were aborted, because it was found ill or its drain took too long
     */
    public record OfServer(long chosen, long failed, long cut) implements Serializable {}

    /**
     * A lane's opinion of a server changed.
     *
     * @param atNanos when, on the world's clock
     * @param server its number, from 0
     * @param up whether it is well again
     */
    public record Change(long atNanos, int server, boolean up) implements Serializable {}
}
