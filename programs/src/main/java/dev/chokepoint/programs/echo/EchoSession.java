package dev.chokepoint.programs.echo;

import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Session;
import java.nio.ByteBuffer;

/** One connection of an {@link EchoServer}. */
final class EchoSession implements Session {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final int sendLimitBytes;
    /** What did not fit below the send limit: at most one read's bytes, since reading is paused. */
    private ByteBuffer held = NOTHING;

    EchoSession(int sendLimitBytes) {
        this.sendLimitBytes = sendLimitBytes;
    }

    @Override
    public void onBytes(Connection connection, ByteBuffer bytes) {
        if (!sendWhatFits(connection, bytes)) {
            connection.pause();
            held = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
        }
    }

    @Override
    public void onWritable(Connection connection) {
        if (sendWhatFits(connection, held)) {
            held = NOTHING;
            connection.resume();
        }
    }

    /** Whether the connection is still writable, and so everything has fitted. */
    private boolean sendWhatFits(Connection connection, ByteBuffer bytes) {
        int fits = (int) Math.min(bytes.remaining(), sendLimitBytes - connection.unsentBytes());
        int limit = bytes.limit();
        boolean writable = connection.send(bytes.limit(bytes.position() + fits));
        bytes.limit(limit);
        return writable;
    }
}
