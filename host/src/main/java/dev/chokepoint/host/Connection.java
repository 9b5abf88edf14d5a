package dev.chokepoint.host;

import java.nio.ByteBuffer;

/**
 * One end of a byte stream (TCP, or a Unix-domain socket). Lane thread only. After {@link Session#onClose} every method is
 * still safe to call and does nothing.
 */
public interface Connection {
    /**
     * The program's own number for this connection: what it gave {@link Host#connect}, or the accept's number.
     *
     * @return the tag
     */
    long tag();

    /**
     * This end's address.
     *
     * @return the local address; before {@link Session#onOpen} its port may still be 0
     */
    Address local();

    /**
     * The other end's address.
     *
     * @return the remote address
     */
    Address remote();

    /**
     * Sends a copy of the bytes from {@code copied}'s position to its limit. Never blocks. Pending sends leave together at
     * the end of the callback.
     *
     * @param copied consumed; free for reuse when this returns
     * @return false when {@link #unsentBytes()} is now above the high mark: the bytes are accepted, but send no more before
     *     {@link Session#onWritable}. Past the hard limit the connection is aborted with {@link CloseReason.SendLimit}
     */
    boolean send(ByteBuffer copied);

    /**
     * Sends shared bytes without copying them for each receiver; otherwise as {@link #send(ByteBuffer)}.
     *
     * @param shared immutable, so one fan-out encodes once
     * @return as {@link #send(ByteBuffer)}
     */
    boolean send(Payload shared);

    /**
     * What this end has accepted from the program and not yet put on its way.
     *
     * @return bytes, 0 or more
     */
    long unsentBytes();

    /**
     * Continues this stream inside TLS 1.3 (RFC 8446): {@link Session#onSecured} follows once the two ends have agreed, or
     * {@link Session#onClose} with {@link CloseReason.TlsFailed} or {@link CloseReason.Untrusted}. The client's end speaks first,
     * so a server that announces TLS in plain text sends its announcement before it calls this. At most once a connection; not
     * after {@link #finish()}; before {@link Session#onOpen} only by whom connects.
     *
     * <p>What was sent before is plain text, what is sent afterwards is encrypted and waits for {@link Session#onSecured} (it
     * counts as unsent, so the send limit bounds it). What has arrived and was not yet given to {@link Session#onBytes}, or is
     * left unread there when that returns, belongs to TLS: plain text that somebody slipped in behind a STARTTLS breaks the
     * handshake. While paused, the handshake waits too. It has no time-out of its own: arm a timer.
     *
     * <p>{@link #finish()} becomes a close_notify before the end of the stream, and the peer's is what {@link Session#onEnd} tells;
     * a stream that ends without one was cut off by somebody, perhaps by its peer's death, and ends with
     * {@link CloseReason.Reset}. {@link #close()} before {@link Session#onSecured} drops what waits. The limits of back-pressure
     * count encrypted bytes.
     *
     * <p>The simulator charges the handshake's round trips and bytes, and 38 bytes a record, and passes the contents through: it
     * encrypts nothing.
     *
     * @param tls what this end brings
     * @throws IllegalStateException TLS has begun already, this end has finished, or its acceptor has not returned
     */
    void startTls(Tls tls);

    /** Asks for no more {@link Session#onBytes} until {@link #resume()}; the window to the peer closes as it fills. */
    void pause();

    /** Undoes {@link #pause()}. */
    void resume();

    /**
     * Half-close: sends what is pending, then tells the peer that no more comes ({@link Session#onEnd} there). Receiving
     * goes on; later sends are ignored. Once the peer has finished too, the connection closes.
     */
    void finish();

    /**
     * Sends what is pending, finishes, and receives nothing more: bytes that still arrive are discarded, and of all callbacks
     * only {@link Session#onClose} is still to come. Cancels a connection that is not yet open.
     * {@link CloseReason.LocalClosed} follows.
     */
    void close();

    /**
     * Drops what is pending and resets the stream: the peer gets {@link CloseReason.Reset} (over a Unix-domain socket it may
     * see an ordinary end instead). {@link CloseReason.LocalClosed} follows.
     */
    void abort();
}
