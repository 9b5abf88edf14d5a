package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.programs.load.Workload;

/**
 * What an {@link AskDatagramLoad} does.
 *
 * @param server whom it asks
 * @param datagrams the limits of each socket
 * @param clients how many clients; each has at most one request under way
 * @param queue how many requests of an open workload may wait for an idle client; more fail
 * @param requestBytes the length of a whole request, {@value AskDatagram#HEAD_BYTES} to
 *     {@value dev.chokepoint.host.Datagrams#MAX_BYTES}
 * @param workload when they ask; an open one's rate is that of all clients together
 * @param retries when a request is sent again, and when it is given up
 * @param startNanos when the load begins, on the host's clock
 * @param endNanos no request is meant to leave at this time or later; those under way are finished
 * @param firstMessage the first request's number, 0 or more
 * @param messageStride what the next request's number is higher by, so that loads side by side never share one
 */
public record AskDatagramLoadConfig(
        Address server,
        DatagramOptions datagrams,
        int clients,
        int queue,
        long requestBytes,
        Workload workload,
        Retries retries,
        long startNanos,
        long endNanos,
        long firstMessage,
        long messageStride)
        implements LoadPlan {
    /** Checks the numbers. */
    public AskDatagramLoadConfig {
        LoadPlan.check(clients, queue, startNanos, endNanos, firstMessage, messageStride);
        AskDatagram.requireBytes("a request", requestBytes);
    }
}
