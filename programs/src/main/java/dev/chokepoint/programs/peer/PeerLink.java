package dev.chokepoint.programs.peer;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.codec.Decoder;
import dev.chokepoint.host.codec.FramingException;
import java.nio.ByteBuffer;

/**
 * One end of a connection between two people. There may be millions, so a quiet one is these few fields: a decoder is lent to it
 * while a part of a line has come. Lane thread only.
 */
public final class PeerLink implements Session {
    static final int UNKNOWN = -1;

    private final Peers peers;
    private final int person;
    private final boolean initiator;
    private int other;
    private Connection connection = null;
    private Decoder<ByteBuffer> decoder = null;

    /** Both sides know each other. */
    private boolean known;

    private boolean full;
    private boolean closed;
    private boolean given;
    private long heardNanos;

    PeerLink(Peers peers, int person, int other, boolean initiator) {
        this.peers = peers;
        this.person = person;
        this.other = other;
        this.initiator = initiator;
    }

    PeerLink over(Connection how) {
        connection = how;
        return this;
    }

    /**
     * Whose end this is.
     *
     * @return the person's number
     */
    public int person() {
        return person;
    }

    /**
     * Who is at the other end.
     *
     * @return the person's number
     */
    public int other() {
        return other;
    }

    /**
     * Whether this end opened the connection.
     *
     * @return false where it was accepted
     */
    public boolean isInitiator() {
        return initiator;
    }

    /**
     * The connection.
     *
     * @return never null
     */
    public Connection connection() {
        return connection;
    }

    /**
     * Whether lines can be sent.
     *
     * @return false while it is being opened, and after its end
     */
    public boolean isKnown() {
        return known && !closed;
    }

    /**
     * Whether lines could be sent at some time.
     *
     * @return false where it never came to that
     */
    public boolean wasKnown() {
        return known;
    }

    /**
     * When a line came last.
     *
     * @return on the host's clock; at first, when the connection opened
     */
    public long heardNanos() {
        return heardNanos;
    }

    /** Nothing more is expected of the other: when this ends, nobody shall connect anew. */
    public void giveUp() {
        given = true;
    }

    /**
     * Whether {@link #giveUp} was called.
     *
     * @return true when it was
     */
    public boolean isGivenUp() {
        return given;
    }

    void knows(int who) {
        other = who;
        known = true;
    }

    /** Sends a line, or false where earlier ones are still waiting above the high mark. */
    boolean offer(Payload line) {
        if (full) {
            return false;
        }
        full = !connection.send(line);
        return true;
    }

    /** Ends it; the owner hears of it. */
    public void abort() {
        closed = true;
        connection.abort();
    }

    void close() {
        closed = true;
        connection.close();
    }

    @Override
    public void onOpen(Connection opened) {
        heardNanos = peers.host().nanoTime();
        if (initiator) {
            peers.greet(this);
        }
    }

    @Override
    public void onWritable(Connection writable) {
        full = false;
    }

    @Override
    public void onBytes(Connection from, ByteBuffer bytes) {
        heardNanos = peers.host().nanoTime();
        boolean whole = bytes.get(bytes.limit() - 1) == '\n';
        if (decoder == null) {
            decoder = peers.decoders().lend();
        }
        try {
            while (!closed && decoder.decode(bytes)) {
                peers.line(this, decoder.message());
            }
        } catch (FramingException e) {
            abort();
        }
        if (whole && !closed) {
            peers.decoders().giveBack(decoder);
            decoder = null;
        }
    }

    @Override
    public void onClose(Connection ended, CloseReason reason) {
        closed = true;
        peers.ended(this, reason);
    }
}
