package dev.chokepoint.host.blocking;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.codec.Decoder;
import dev.chokepoint.host.codec.FramingException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** An open stream whose reads and writes wait. Tasks of its lane only; one may read while another writes. */
public final class BlockingConnection implements AutoCloseable {
    private final Tasks lane;
    private final Connection connection;
    private final Stream stream;
    private boolean finished;

    BlockingConnection(Tasks lane, Connection connection, Stream stream) {
        this.lane = lane;
        this.connection = connection;
        this.stream = stream;
    }

    Stream stream() {
        return stream;
    }

    /** Lane: nobody will use this. */
    void drop() {
        connection.abort();
    }

    /**
     * This end's address.
     *
     * @return with its port
     */
    public Address local() {
        return Baton.current(lane).onLane(connection::local);
    }

    /**
     * The other end's address.
     *
     * @return with its port
     */
    public Address remote() {
        return Baton.current(lane).onLane(connection::remote);
    }

    /**
     * Waits for bytes and takes as many as have come and fit.
     *
     * @param target advanced by what was read
     * @return how many bytes were read, 0 only if {@code target} is full; -1 when the peer has finished
     * @throws ConnectionClosedException the connection is over without that
     */
    public int read(ByteBuffer target) throws ConnectionClosedException {
        if (!target.hasRemaining()) {
            return 0;
        }
        if (!awaitBytes()) {
            return -1;
        }
        ByteBuffer arrived = stream.arrived();
        int count = Math.min(arrived.remaining(), target.remaining());
        target.put(arrived.slice(arrived.position(), count));
        arrived.position(arrived.position() + count);
        return count;
    }

    /**
     * Waits for one whole message.
     *
     * @param <M> what a message is
     * @param decoder this connection's own; it keeps what has come of the next message
     * @return the message, or empty when the peer has finished behind the last one
     * @throws FramingException the peer's bytes are no messages, or end inside one
     * @throws ConnectionClosedException the connection is over without an orderly end
     */
    public <M> Optional<M> receive(Decoder<M> decoder) throws FramingException, ConnectionClosedException {
        while (!decoder.decode(stream.arrived())) {
            if (!awaitBytes()) {
                decoder.end();
                return Optional.empty();
            }
        }
        return Optional.of(decoder.message());
    }

    private boolean awaitBytes() throws ConnectionClosedException {
        stream.waiting().await(() -> stream.readable(connection));
        if (stream.arrived().hasRemaining()) {
            return true;
        }
        if (!stream.ended()) {
            requireOpen();
        }
        return false;
    }

    /**
     * Hands over all the bytes to be sent, and waits while earlier ones are above the high mark. That they have arrived
     * anywhere is not said.
     *
     * @param bytes consumed
     * @throws ConnectionClosedException the connection is over, or {@link #finish} was called before
     */
    public void write(ByteBuffer bytes) throws ConnectionClosedException {
        if (finished) {
            throw closed(new CloseReason.LocalClosed());
        }
        while (bytes.hasRemaining()) {
            stream.waiting().await(() -> stream.send(connection, bytes));
            requireOpen();
        }
    }

    /**
     * Writes a message that a codec has encoded.
     *
     * @param message its bytes
     * @throws ConnectionClosedException as {@link #write(ByteBuffer)}
     */
    public void write(Payload message) throws ConnectionClosedException {
        write(message.view());
    }

    private void requireOpen() throws ConnectionClosedException {
        if (stream.closed().isPresent()) {
            throw closed(stream.closed().get());
        }
    }

    private ConnectionClosedException closed(CloseReason reason) {
        return new ConnectionClosedException(remote(), reason);
    }

    /** Says that no more will be written; reading goes on. Doesn't wait. */
    public void finish() {
        finished = true;
        onLane(connection::finish);
    }

    /** Sends what is pending, then ends the connection; what still arrives is discarded. Doesn't wait. */
    @Override
    public void close() {
        finished = true;
        onLane(connection::close);
    }

    /** Drops what is pending and resets the connection. Doesn't wait. */
    public void abort() {
        finished = true;
        onLane(connection::abort);
    }

    private void onLane(Runnable action) {
        Baton.current(lane).await(() -> {
            action.run();
            return true;
        });
    }
}
