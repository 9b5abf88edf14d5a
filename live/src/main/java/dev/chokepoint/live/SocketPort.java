package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;

/**
 * One stream socket and its connection. It may outlive the connection: a closed one still drains what the peer sends, for a
 * bounded time, because closing a socket with unread bytes makes the kernel reset it and destroy what was sent last. Lane only.
 */
final class SocketPort implements Port {
    /** As long as common servers linger for a peer that doesn't finish. */
    private static final long LINGER_NANOS_MAX = 2_000_000_000L;

    private final Lane lane;
    private final StreamSocket socket;
    private final LiveConnection connection;
    private Runnable onDrained = () -> {};
    private Runnable onGone = () -> {};
    private boolean detached;
    private boolean inputEnded;
    private boolean outputEnded;
    private boolean blocked;

    /** Its host has booted since. */
    private boolean unknown;

    private SocketPort(Lane lane, StreamSocket socket, LiveConnection connection) {
        this.lane = lane;
        this.socket = socket;
        this.connection = connection;
    }

    /** Puts a connection on a socket that isn't read yet. May throw Netty's ChannelException. */
    static SocketPort open(
            Lane lane, StreamSocket socket, LiveConnection connection, Address address, StreamOptions options) {
        SocketPort port = new SocketPort(lane, socket, connection);
        socket.open(lane, port, address, options);
        connection.attach(port);
        lane.opened(port);
        lane.host().world().sockets().opened();
        return port;
    }

    /** Who is told when the kernel has taken everything, and when the socket is gone. */
    void report(Runnable drained, Runnable gone) {
        onDrained = drained;
        onGone = gone;
    }

    void connect(Address from, Address to, Consumer<Throwable> outcome) {
        socket.connect(from, to, outcome);
    }

    Address local(Address otherwise) {
        return socket.local(otherwise);
    }

    /** Hands over; {@link #flush} sends. */
    void write(ByteBuf bytes) {
        socket.write(bytes);
    }

    void flush() {
        blocked = !socket.flush();
    }

    /** Whether the kernel has not yet taken all that was handed over; then nothing more may be. */
    boolean isBlocked() {
        return blocked;
    }

    long handedBytes() {
        return socket.handedBytes();
    }

    void read(boolean on) {
        socket.read(on);
    }

    /** Sends FIN. Only when not blocked. */
    void finish() {
        outputEnded = true;
        socket.finish();
    }

    /** The program has no more to do with it: what still arrives is discarded. */
    void detach() {
        detached = true;
        read(true);
    }

    /** Sends RST and forgets the connection. */
    void reset() {
        detached = true;
        socket.abandon();
        socket.close();
    }

    /** After FIN: nothing of this stream matters any more to the program. */
    void closeGently() {
        detach();
        if (inputEnded) {
            socket.close();
        } else {
            var _ = lane.schedule(LINGER_NANOS_MAX, socket::close);
        }
    }

    @Override
    public void stop() {
        detached = true;
        connection.stop();
        onGone.run();
        socket.close();
    }

    @Override
    public void orphan() {
        detached = true;
        read(false);
        connection.orphan();
    }

    /** Closes it as the kernel does for a dead process: with a reset if something was not read, else with FIN. */
    void close() {
        socket.close();
    }

    /** Has {@link #close} send RST. */
    void abandon() {
        socket.abandon();
    }

    @Override
    public void silence() {
        detached = true;
        read(false);
        connection.stop();
        onGone.run();
    }

    @Override
    public void reboot() {
        unknown = true;
        read(true);
    }

    // ---- what the socket tells

    /** Bytes have been read; they stay the caller's. */
    void received(ByteBuf bytes) {
        if (!detached) {
            connection.received(bytes);
        } else if (unknown) {
            reset();
        }
    }

    /** The kernel has taken all that it had not taken at {@link #flush}. */
    void drained() {
        blocked = false;
        onDrained.run();
    }

    /** The peer finished. */
    void ended() {
        if (!inputEnded) {
            inputEnded = true;
            if (unknown) {
                reset();
            } else if (detached && outputEnded) {
                socket.close();
            } else if (!detached) {
                connection.peerFinished();
            }
        }
    }

    void failed(Throwable cause) {
        if (detached) {
            socket.close();
        } else {
            connection.broken(cause);
        }
    }

    /** The socket is no longer connected. */
    void gone() {
        onGone.run();
        if (!detached) {
            connection.gone();
        }
    }

    /** The socket is closed, whether it was ever connected or not. */
    void closed() {
        lane.closed(this);
        lane.host().world().sockets().closed();
        connection.socketClosed();
    }
}
