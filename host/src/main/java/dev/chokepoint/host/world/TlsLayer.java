package dev.chokepoint.host.world;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Session;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * TLS between a program and its stream, the same in both worlds and over all I/O models: stands in for the program as its
 * stream's {@link Session}, and gives the program what the records hold. What it can't give because the program has paused it
 * leaves unread: the world keeps that. Lane only; all but {@link #begin}, {@link #send}, {@link #finish} and {@link #close} in
 * a callback.
 */
public final class TlsLayer implements Session {
    /** The stream that carries the records. */
    public interface Stream {
        /**
         * Sends, whatever the program has finished.
         *
         * @param record valid during the call
         */
        void toWire(ByteBuffer record);

        /**
         * Whether the program wants bytes.
         *
         * @return false when it has paused, closed, or heard the end
         */
        boolean isWanted();

        /** The peer has said that it will send no more, which ends what is received; what still comes means nothing. */
        void endReceived();

        /** Finishes the stream itself. */
        void finishWire();

        /**
         * Sends what is on its way to the wire, and closes.
         *
         * @param reason what the program is told
         */
        void breakOff(CloseReason reason);
    }

    private final Session program;
    private final TlsEngine engine;
    private final Stream stream;
    private final TlsRecords records = new TlsRecords();
    private final ArrayDeque<ByteBuffer> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private boolean secured;
    private boolean finishing;
    private boolean ended;

    /**
     * A layer in which nothing has happened yet.
     *
     * @param program whom it stands in for
     * @param engine this connection's own
     * @param stream what is beneath
     */
    public TlsLayer(Session program, TlsEngine engine, Stream stream) {
        this.program = program;
        this.engine = engine;
        this.stream = stream;
    }

    /**
     * Whether TLS may begin.
     *
     * @param connection on what
     * @param named whether its session is known
     * @param begun whether it has begun before
     * @param finished whether the program has finished this end
     * @throws IllegalStateException it may not
     */
    public static void check(Connection connection, boolean named, boolean begun, boolean finished) {
        if (!named || begun || finished) {
            String why = finished
                    ? "this end has finished"
                    : begun
                            ? "it has begun already"
                            : "nobody knows yet whose it is; begin it in onOpen, not in the acceptor";
            throw new IllegalStateException(
                    "no TLS on " + connection.local() + " to " + connection.remote() + ": " + why);
        }
    }

    /** The client's end speaks first. */
    public void begin() {
        engine.begin(stream::toWire);
    }

    /**
     * Bytes that wait for the handshake's end; the send limit bounds them.
     *
     * @return 0 once secured
     */
    public long waitingBytes() {
        return waitingBytes;
    }

    /**
     * The program sends.
     *
     * @param bytes copied
     */
    public void send(ByteBuffer bytes) {
        if (secured) {
            seal(bytes);
        } else {
            waitingBytes += bytes.remaining();
            waiting.add(ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
        }
    }

    private void seal(ByteBuffer bytes) {
        try {
            engine.seal(bytes, stream::toWire);
        } catch (TlsFailure e) {
            breakOff(e.reason());
        }
    }

    /** The program finishes: once secured, and once everything is sent, the peer hears of it. */
    public void finish() {
        finishing = true;
        if (secured) {
            finishNow();
        }
    }

    private void finishNow() {
        try {
            engine.end(stream::toWire);
            stream.finishWire();
        } catch (TlsFailure e) {
            breakOff(e.reason());
        }
    }

    /** The program closes: what has waited for the handshake until now is dropped. */
    public void close() {
        if (!finishing) {
            finish();
        }
        if (!secured) {
            forgetWaiting();
            stream.finishWire();
        }
    }

    private void breakOff(CloseReason reason) {
        forgetWaiting();
        stream.breakOff(reason);
    }

    private void forgetWaiting() {
        waiting.clear();
        waitingBytes = 0;
    }

    // ---- what the stream tells

    @Override
    public void onOpen(Connection connection) {
        program.onOpen(connection);
    }

    @Override
    public void onBytes(Connection connection, ByteBuffer bytes) {
        try {
            while (stream.isWanted()) {
                Optional<ByteBuffer> record = records.next(bytes);
                if (record.isEmpty()) {
                    return;
                }
                opened(connection, engine.open(record.get(), stream::toWire));
            }
        } catch (TlsFailure e) {
            breakOff(e.reason());
        }
    }

    private void opened(Connection connection, TlsEngine.Step step) {
        switch (step) {
            case INTERNAL -> {
                // the engine has dealt with it
            }
            case SECURED -> secured(connection);
            case PLAIN -> program.onBytes(connection, engine.plain());
            case ENDED -> {
                ended = true;
                stream.endReceived();
            }
        }
    }

    private void secured(Connection connection) {
        secured = true;
        waiting.forEach(this::seal);
        forgetWaiting();
        if (finishing) {
            finishNow();
        }
        program.onSecured(connection);
    }

    @Override
    public void onEnd(Connection connection) {
        if (ended) {
            program.onEnd(connection);
        } else {
            breakOff(new CloseReason.Reset());
        }
    }

    @Override
    public void onWritable(Connection connection) {
        program.onWritable(connection);
    }

    @Override
    public void onClose(Connection connection, CloseReason reason) {
        program.onClose(connection, reason);
    }
}
