package dev.chokepoint.lab.programs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import java.nio.ByteBuffer;

/** A client that sends some text, finishes, and notes what comes back until the connection closes. */
final class Transcript implements Program, Session {
    private final Address server;
    private final String request;
    private final boolean finish;
    private final StringBuilder response = new StringBuilder();
    private volatile boolean closed;

    /** Without {@code finish} it leaves the end of the connection to the server. */
    Transcript(Address server, String request, boolean finish) {
        this.server = server;
        this.request = request;
        this.finish = finish;
    }

    @Override
    public void start(Host host) {
        Connection connection = host.connect(host.addresses().getFirst(), server, StreamOptions.DEFAULT, 0, this);
        connection.send(ByteBuffer.wrap(request.getBytes(ISO_8859_1)));
        if (finish) {
            connection.finish();
        }
    }

    @Override
    public void onBytes(Connection connection, ByteBuffer bytes) {
        synchronized (response) {
            response.append(ISO_8859_1.decode(bytes));
        }
    }

    @Override
    public void onClose(Connection connection, CloseReason reason) {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    String response() {
        synchronized (response) {
            return response.toString();
        }
    }
}
