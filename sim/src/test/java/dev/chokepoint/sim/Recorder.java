package dev.chokepoint.sim;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Session;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A session that writes down what happens to it, and when. */
class Recorder implements Session {
    final List<String> log = new ArrayList<>();
    final ByteArrayOutputStream received = new ByteArrayOutputStream();
    final Host host;

    Recorder(Host host) {
        this.host = host;
    }

    private void note(String what) {
        log.add(host.nanoTime() + " " + what);
    }

    String text() {
        return received.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void onOpen(Connection connection) {
        note("open");
    }

    @Override
    public void onBytes(Connection connection, ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            received.write(bytes.get());
        }
    }

    @Override
    public void onEnd(Connection connection) {
        note("end");
        connection.close();
    }

    @Override
    public void onWritable(Connection connection) {
        note("writable");
    }

    @Override
    public void onClose(Connection connection, CloseReason reason) {
        note("close " + reason.getClass().getSimpleName());
    }
}
