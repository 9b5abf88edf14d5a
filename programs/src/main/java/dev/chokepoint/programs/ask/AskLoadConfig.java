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
 * @param rememberNanos {@link #NOT_GUIDED} where {@code servers} are those who answer. Else they are directories, whom a client asks
 *     where to ask: so long it goes there, then asks again, and if no directory answers then, goes where it went before
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
        long patienceNanos,
        long rememberNanos)
        implements LoadPlan {
    /** Nobody need be asked where to ask. */
    public static final long NOT_GUIDED = 0;

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
        if (rememberNanos < 0) {
            throw new IllegalArgumentException("remembering for " + rememberNanos + " ns: must be 0 or more");
        }
    }

    /**
     * The same load, but {@link #servers()} are directories.
     *
     * @param nanos the new {@link #rememberNanos()}
     * @return the copy
     */
    public AskLoadConfig guided(long nanos) {
        return new AskLoadConfig(
                servers,
                stream,
                clients,
                queue,
                requestBytes,
                workload,
                startNanos,
                endNanos,
                firstMessage,
                messageStride,
                patienceNanos,
                nanos);
    }

    /**
     * A load on servers that clients know.
     *
     * @param servers as above
     * @param stream as above
     * @param clients as above
     * @param queue as above
     * @param requestBytes as above
     * @param workload as above
     * @param startNanos as above
     * @param endNanos as above
     * @param firstMessage as above
     * @param messageStride as above
     * @param patienceNanos as above
     */
    public AskLoadConfig(
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
            long patienceNanos) {
        this(
                servers,
                stream,
                clients,
                queue,
                requestBytes,
                workload,
                startNanos,
                endNanos,
                firstMessage,
                messageStride,
                patienceNanos,
                NOT_GUIDED);
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
