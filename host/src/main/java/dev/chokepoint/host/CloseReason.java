package dev.chokepoint.host;

/** Why a connection is over, as far as this end can know. */
public sealed interface CloseReason {
    /** Both sides finished, the peer first. */
    record PeerClosed() implements CloseReason {}

    /** This side closed, aborted, or finished first. */
    record LocalClosed() implements CloseReason {}

    /** Nobody listens there. */
    record Refused() implements CloseReason {}

    /** The peer aborted, or is gone and said so. */
    record Reset() implements CloseReason {}

    /** No answer within {@link StreamOptions#connectTimeoutNanos()}. */
    record TimedOut() implements CloseReason {}

    /** There is no way to that address from here. */
    record Unreachable() implements CloseReason {}

    /**
     * This machine has run out of something that a connection needs.
     *
     * @param what the thing, such as "file descriptors" or "local ports"
     */
    record Exhausted(String what) implements CloseReason {}

    /**
     * The program sent past {@link StreamOptions#sendLimitBytes()}.
     *
     * @param unsentBytes how much was waiting
     * @param limitBytes what is allowed
     */
    record SendLimit(long unsentBytes, long limitBytes) implements CloseReason {}

    /**
     * The two ends could not agree on TLS, or the peer broke its rules.
     *
     * @param detail what was wrong
     */
    record TlsFailed(String detail) implements CloseReason {}

    /**
     * The server's certificate is not one to believe.
     *
     * @param fingerprint the certificate's, see {@link Tls#fingerprint}
     * @param detail why not
     */
    record Untrusted(String fingerprint, String detail) implements CloseReason {}

    /**
     * Anything else, in the operating system's words.
     *
     * @param detail what was reported
     */
    record Failed(String detail) implements CloseReason {}

    /**
     * Whether a request that was sent on this connection and got no answer surely did not reach the peer's program.
     *
     * @return true when the connection never opened, so nothing was delivered; false when that can't be known
     */
    default boolean definite() {
        return this instanceof Refused || this instanceof Unreachable || this instanceof Exhausted;
    }
}
