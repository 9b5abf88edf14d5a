package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.load.Workload;
import java.util.List;

/**
 * What an {@link AskLoad} does.
 *
 * @param servers whom they ask, at least one: the first client the first, the next the next, and round again
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
 * @param patienceNanos how long a client waits for an answer before the request fails as {@code no answer} and the client
 *     connects anew, at least 1; {@link Long#MAX_VALUE} for ever
 */
public record AskLoadConfig(
        List<Address> servers,
        StreamOptions stream,
        int clients,
        int queue,
        long requestBytes,
        Workload workload,
        long startNanos,
        long endNanos,
        long firstMessage,
        long messageStride,
        long patienceNanos)
        implements LoadPlan {
    /** Checks the numbers and copies the list. */
    public AskLoadConfig {
        servers = List.copyOf(servers);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("servers is empty: clients need one to ask");
        }
        LoadPlan.check(clients, queue, startNanos, endNanos, firstMessage, messageStride);
        AskLoad.requireRequestBytes(requestBytes, AskLoad.minimumRequestBytes());
        SharedBody.requireRoom(stream);
        if (patienceNanos < 1) {
            throw new IllegalArgumentException("a patience of " + patienceNanos + " ns: must be at least 1");
        }
    }

    /** Whether clients ever give a request up. */
    boolean isImpatient() {
        return patienceNanos < Long.MAX_VALUE;
    }

    /**
     * A load on one server.
     *
     * @param server whom all clients ask
     * @param stream the limits of each connection
     * @param clients how many clients
     * @param queue how many requests may wait
     * @param requestBytes the length of a whole request
     * @param workload when they ask
     * @param startNanos when the load begins
     * @param endNanos when it ends
     * @param firstMessage the first request's number
     * @param messageStride what the next one's number is higher by
     */
    public AskLoadConfig(
            Address server,
            StreamOptions stream,
            int clients,
            int queue,
            long requestBytes,
            Workload workload,
            long startNanos,
            long endNanos,
            long firstMessage,
            long messageStride) {
        this(
                List.of(server),
                stream,
                clients,
                queue,
                requestBytes,
                workload,
                startNanos,
                endNanos,
                firstMessage,
                messageStride,
                Long.MAX_VALUE);
    }

    /** Whom a client asks. */
    Address serverOf(int client) {
        return servers.get(client % servers.size());
    }
}
