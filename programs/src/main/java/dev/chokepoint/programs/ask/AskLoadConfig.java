package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.load.Workload;

/**
 * What an {@link AskLoad} does.
 *
 * @param server whom it asks
 * @param stream the limits of each connection; {@code sendLimitBytes} at least {@value AskServerConfig#SEND_ROOM_BYTES}
 *     above {@code highMarkBytes}
 * @param clients how many clients; each has one connection and at most one request under way
 * @param queue how many requests of an open workload may wait for an idle client; more fail
 * @param requestBytes the length of a whole request, {@link AskLoad#minimumRequestBytes()} to
 *     {@value AskServerConfig#RESPONSE_BYTES_MAX}
 * @param workload when they ask; an open one's rate is that of all clients together
 * @param startNanos when the load begins, on the host's clock; connections open before
 * @param endNanos no request is meant to leave at this time or later; those under way are finished
 * @param firstMessage the first request's number, 0 or more
 * @param messageStride what the next request's number is higher by, so that loads side by side never share one
 */
public record AskLoadConfig(
        Address server,
        StreamOptions stream,
        int clients,
        int queue,
        long requestBytes,
        Workload workload,
        long startNanos,
        long endNanos,
        long firstMessage,
        long messageStride)
        implements LoadPlan {
    /** Checks the numbers. */
    public AskLoadConfig {
        LoadPlan.check(clients, queue, startNanos, endNanos, firstMessage, messageStride);
        AskLoad.requireRequestBytes(requestBytes, AskLoad.minimumRequestBytes());
        SharedBody.requireRoom(stream);
    }
}
