package dev.chokepoint.host;

/**
 * The limits of a stream. Every queue has one.
 *
 * @param highMarkBytes above this many unsent bytes {@link Connection#send} returns false
 * @param sendLimitBytes past this many unsent bytes the connection is aborted with {@link CloseReason.SendLimit}
 * @param windowBytes flow control: at most this many bytes of one direction may be on their way or arrived and not yet read
 *     by the program. Over real sockets it also sets the kernel's send and receive buffers, which may round it up
 * @param backlog connections that may wait to be accepted by a listener; more are not answered (streams retry until their
 *     connect time-out)
 * @param connectTimeoutNanos after this long without an answer a connect ends with {@link CloseReason.TimedOut}
 * @param nagle whether a partly filled segment waits while earlier bytes are unacknowledged (RFC 1122 section 4.2.3.4); off
 *     by default, since pending sends leave together anyway. Where streams have no segments it does nothing
 */
public record StreamOptions(
        int highMarkBytes, int sendLimitBytes, int windowBytes, int backlog, long connectTimeoutNanos, boolean nagle) {
    /** 64 KiB high mark, 1 MiB limit, 256 KiB window, backlog 4096, connect time-out 10 s, no Nagle. */
    public static final StreamOptions DEFAULT =
            new StreamOptions(64 << 10, 1 << 20, 256 << 10, 4096, 10_000_000_000L, false);

    /** Checks the limits against one another. */
    public StreamOptions {
        require(highMarkBytes >= 1, "highMarkBytes", highMarkBytes, "at least 1");
        require(sendLimitBytes >= highMarkBytes, "sendLimitBytes", sendLimitBytes, "at least highMarkBytes");
        require(windowBytes >= 1, "windowBytes", windowBytes, "at least 1");
        require(backlog >= 1, "backlog", backlog, "at least 1");
        require(connectTimeoutNanos >= 1, "connectTimeoutNanos", connectTimeoutNanos, "at least 1");
    }

    private static void require(boolean holds, String name, long value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + ": must be " + allowed);
        }
    }

    /**
     * A copy with other send marks.
     *
     * @param high the new {@link #highMarkBytes()}
     * @param limit the new {@link #sendLimitBytes()}
     * @return the copy
     */
    public StreamOptions withSendMarks(int high, int limit) {
        return new StreamOptions(high, limit, windowBytes, backlog, connectTimeoutNanos, nagle);
    }

    /**
     * A copy with another window.
     *
     * @param bytes the new {@link #windowBytes()}
     * @return the copy
     */
    public StreamOptions withWindow(int bytes) {
        return new StreamOptions(highMarkBytes, sendLimitBytes, bytes, backlog, connectTimeoutNanos, nagle);
    }

    /**
     * A copy with another backlog.
     *
     * @param connections the new {@link #backlog()}
     * @return the copy
     */
    public StreamOptions withBacklog(int connections) {
        return new StreamOptions(highMarkBytes, sendLimitBytes, windowBytes, connections, connectTimeoutNanos, nagle);
    }

    /**
     * A copy with another connect time-out.
     *
     * @param nanos the new {@link #connectTimeoutNanos()}
     * @return the copy
     */
    public StreamOptions withConnectTimeout(long nanos) {
        return new StreamOptions(highMarkBytes, sendLimitBytes, windowBytes, backlog, nanos, nagle);
    }

    /**
     * A copy with or without Nagle's algorithm.
     *
     * @param on the new {@link #nagle()}
     * @return the copy
     */
    public StreamOptions withNagle(boolean on) {
        return new StreamOptions(highMarkBytes, sendLimitBytes, windowBytes, backlog, connectTimeoutNanos, on);
    }
}
