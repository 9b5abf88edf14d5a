package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.load.ServiceTime;

/**
 * What an {@link AskServer} does.
 *
 * @param listen where; port 0 picks a free port
 * @param stream the limits of each connection; {@code sendLimitBytes} at least {@value #SEND_ROOM_BYTES} above
 *     {@code highMarkBytes}
 * @param responseBytes the length of a whole response, {@link AskServer#minimumResponseBytes()} to
 *     {@value #RESPONSE_BYTES_MAX}
 * @param work the CPU time that each request costs
 * @param offloaded whether that work is {@linkplain dev.chokepoint.host.Host#offload done beside the lane}: then a request that
 *     finds the pool full is answered with 503, and the connection closes
 */
public record AskServerConfig(
        Address listen, StreamOptions stream, long responseBytes, ServiceTime work, boolean offloaded) {
    /** The largest response, 1 TiB. */
    public static final long RESPONSE_BYTES_MAX = 1L << 40;

    /** How much a connection must be able to hold above its high mark. */
    public static final int SEND_ROOM_BYTES = 1024;

    /**
     * A server whose lanes do the work.
     *
     * @param listen as above
     * @param stream as above
     * @param responseBytes as above
     * @param work as above
     */
    public AskServerConfig(Address listen, StreamOptions stream, long responseBytes, ServiceTime work) {
        this(listen, stream, responseBytes, work, false);
    }

    /** Checks the size and the send limit. */
    public AskServerConfig {
        long minimum = AskServer.minimumResponseBytes();
        if (responseBytes < minimum || responseBytes > RESPONSE_BYTES_MAX) {
            throw new IllegalArgumentException("a response of " + responseBytes + " B: must be " + minimum
                    + " (the length of its head) to " + RESPONSE_BYTES_MAX);
        }
        SharedBody.requireRoom(stream);
    }
}
