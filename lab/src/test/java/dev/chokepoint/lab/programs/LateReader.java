package dev.chokepoint.lab.programs;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A client that sends the same bytes a number of times, as fast as it may, and reads nothing until told to. */
final class LateReader implements Program, Session {
    private static final long POLL_NANOS = 5_000_000L;

    private final Address server;
    private final byte[] unit;
    private int left;
    /** Synchronized by itself. */
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    private volatile boolean reading;
    private volatile boolean closed;

    LateReader(Address server, byte[] unit, int times) {
        this.server = server;
        this.unit = unit;
        left = times;
    }

    @Override
    public void start(Host host) {
        Connection connection = host.connect(host.addresses().getFirst(), server, StreamOptions.DEFAULT, 0, this);
        connection.pause();
        send(connection);
        poll(host, connection);
    }

    private void poll(Host host, Connection connection) {
        if (reading) {
            connection.resume();
        } else {
            host.after(POLL_NANOS, () -> poll(host, connection));
        }
    }

    private void send(Connection connection) {
        boolean writable = true;
        while (writable && left > 0) {
            left--;
            writable = connection.send(ByteBuffer.wrap(unit));
        }
    }

    @Override
    public void onWritable(Connection connection) {
        send(connection);
    }

    @Override
    public void onBytes(Connection connection, ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        received.writeBytes(copy);
    }

    @Override
    public void onClose(Connection connection, CloseReason reason) {
        closed = true;
    }

    /** From now on it reads; any thread. */
    void read() {
        reading = true;
    }

    boolean isClosed() {
        return closed;
    }

    long receivedBytes() {
        return received.size();
    }

    byte[] received() {
        return received.toByteArray();
    }
}
