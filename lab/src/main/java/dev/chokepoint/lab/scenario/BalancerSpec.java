package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Scenario.LinkSpec;
import java.util.Optional;

/**
 * The load balancer before equal servers.
 *
 * @param policy which server a new connection gets
 * @param cores its CPU cores
 * @param lanes its lanes
 * @param machine whose cores it shares with other hosts, if any
 * @param health how it finds out which servers live
 * @param link from it to each server
 */
public record BalancerSpec(
        Policy policy, int cores, int lanes, Optional<String> machine, HealthCheck health, LinkSpec link) {
    /** The host's name. */
    public static final String NAME = "balancer";

    /**
     * A copy with more or fewer cores.
     *
     * @param otherCores the new {@link #cores()}
     * @param otherLanes the new {@link #lanes()}
     * @return the copy
     */
    public BalancerSpec withCores(int otherCores, int otherLanes) {
        return new BalancerSpec(policy, otherCores, otherLanes, machine, health, link);
    }

    /**
     * A copy with other links to the servers.
     *
     * @param other the new {@link #link()}
     * @return the copy
     */
    public BalancerSpec withLink(LinkSpec other) {
        return new BalancerSpec(policy, cores, lanes, machine, health, other);
    }

    /**
     * A copy on a machine.
     *
     * @param other its name
     * @return the copy
     */
    public BalancerSpec on(String other) {
        return new BalancerSpec(policy, cores, lanes, Optional.of(other), health, link);
    }

    /** How a server is chosen. */
    public enum Policy {
        /** Any, by chance. */
        RANDOM,
        /** One after the other. */
        ROUND_ROBIN,
        /** The one with the fewest open connections. */
        LEAST_CONNECTIONS,
        /** Of two by chance, the one with fewer open connections (Mitzenmacher, 2001). */
        TWO_CHOICES
    }

    /**
     * Health checks: a connection is opened to each server and, when it opens, closed.
     *
     * @param everyNanos how often
     * @param timeoutNanos what takes longer has failed
     * @param fall after so many failures in a row a server gets no more connections
     * @param rise after so many successes in a row it gets them again
     */
    public record HealthCheck(long everyNanos, long timeoutNanos, int fall, int rise) {
        /** Every second, half a second, twice, twice. */
        public static final HealthCheck STANDARD = new HealthCheck(1_000_000_000L, 500_000_000L, 2, 2);
    }
}
