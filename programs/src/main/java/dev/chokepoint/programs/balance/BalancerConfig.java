package dev.chokepoint.programs.balance;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import java.util.List;

/**
 * What a {@link Balancer} does.
 *
 * @param listen where; port 0 picks a free port
 * @param servers where the servers listen, at least one
 * @param policy how one is chosen
 * @param stream the limits of each connection, a client's and a server's; {@code sendLimitBytes} at least
 *     {@value #SEND_ROOM_BYTES} above {@code highMarkBytes}
 * @param health how the servers' health is found out
 * @param tries how many servers a connection is offered to before it is aborted, at least 1
 * @param drainNanos after this long connections to a server that is being drained are aborted
 */
public record BalancerConfig(
        Address listen,
        List<Address> servers,
        Policy policy,
        StreamOptions stream,
        Health health,
        int tries,
        long drainNanos) {
    /** What may have been read of one connection when the other side asks to stop. */
    public static final int SEND_ROOM_BYTES = 65_536;

    /** Checks the numbers and copies the list. */
    public BalancerConfig {
        servers = List.copyOf(servers);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("a balancer without a server: it needs at least 1");
        }
        if (tries < 1) {
            throw new IllegalArgumentException("tries is " + tries + ": must be at least 1");
        }
        if (drainNanos < 0) {
            throw new IllegalArgumentException("drainNanos is " + drainNanos + ": must be 0 or more");
        }
        if (stream.sendLimitBytes() < stream.highMarkBytes() + (long) SEND_ROOM_BYTES) {
            throw new IllegalArgumentException("sendLimitBytes is " + stream.sendLimitBytes() + ": must be at least "
                    + SEND_ROOM_BYTES + " above highMarkBytes, " + stream.highMarkBytes()
                    + ", to hold what has been read already");
        }
    }

    /** The limits of a connection to a server: one that does not open in time has failed. */
    StreamOptions toServer() {
        return new StreamOptions(
                stream.highMarkBytes(),
                stream.sendLimitBytes(),
                stream.windowBytes(),
                stream.backlog(),
                health.timeoutNanos(),
                stream.nagle());
    }
}
