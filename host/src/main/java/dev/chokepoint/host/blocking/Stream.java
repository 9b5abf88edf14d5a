package dev.chokepoint.host.blocking;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Session;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What the lane knows of one connection. It is paused except while a task waits for bytes, so that it holds one piece of the
 * stream at most and the window closes on a peer whose bytes nobody reads.
 */
final class Stream implements Session {
    private final Waiting waiting;
    private final int sendLimitBytes;
    private ByteBuffer arrived = ByteBuffer.allocate(0);
    private boolean open;
    private boolean paused;
    private boolean ended;
    private boolean writable = true;
    private Optional<CloseReason> closed = Optional.empty();

    Stream(Tasks lane, int sendLimitBytes) {
        this.waiting = new Waiting(lane);
        this.sendLimitBytes = sendLimitBytes;
    }

    Waiting waiting() {
        return waiting;
    }

    ByteBuffer arrived() {
        return arrived;
    }

    Optional<CloseReason> closed() {
        return closed;
    }

    boolean settled() {
        return open || closed.isPresent();
    }

    /** Whether a read has its answer: bytes, or the certainty that none will come. */
    boolean readable(Connection connection) {
        boolean answer = arrived.hasRemaining() || ended || closed.isPresent();
        if (!answer && paused) {
            paused = false;
            connection.resume();
        }
        return answer;
    }

    /** Sends as much as may be sent now; false when that is nothing, and a later wake will bring more. */
    boolean send(Connection connection, ByteBuffer bytes) {
        if (closed.isPresent()) {
            return true;
        }
        if (!writable) {
            return false;
        }
        int count = (int) Math.min(bytes.remaining(), sendLimitBytes - connection.unsentBytes());
        writable = connection.send(bytes.slice(bytes.position(), count));
        bytes.position(bytes.position() + count);
        return true;
    }

    @Override
    public void onOpen(Connection connection) {
        open = true;
        pause(connection);
        waiting.wake();
    }

    @Override
    public void onBytes(Connection connection, ByteBuffer bytes) {
        arrived = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
        pause(connection);
        waiting.wake();
    }

    private void pause(Connection connection) {
        paused = true;
        connection.pause();
    }

    @Override
    public void onEnd(Connection connection) {
        ended = true;
        waiting.wake();
    }

    @Override
    public void onWritable(Connection connection) {
        writable = true;
        waiting.wake();
    }

    @Override
    public void onClose(Connection connection, CloseReason reason) {
        closed = Optional.of(reason);
        waiting.wake();
    }

    boolean ended() {
        return ended;
    }
}
