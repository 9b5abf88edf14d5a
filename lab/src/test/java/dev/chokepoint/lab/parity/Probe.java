package dev.chokepoint.lab.parity;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Session;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what happens to one connection. Written on its lane, read by the test: every method is synchronised. */
class Probe implements Session {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<CloseReason> closes = new ArrayList<>();
    private Optional<Connection> connection = Optional.empty();
    private int opens;
    private int ends;
    private int writables;

    @Override
    public synchronized void onOpen(Connection opened) {
        connection = Optional.of(opened);
        opens++;
    }

    @Override
    public synchronized void onBytes(Connection from, ByteBuffer piece) {
        byte[] copy = new byte[piece.remaining()];
        piece.get(copy);
        bytes.writeBytes(copy);
    }

    @Override
    public synchronized void onEnd(Connection from) {
        ends++;
    }

    @Override
    public synchronized void onWritable(Connection from) {
        writables++;
    }

    @Override
    public synchronized void onClose(Connection from, CloseReason reason) {
        closes.add(reason);
    }

    synchronized boolean isOpen() {
        return opens > 0;
    }

    /** The connection; it must have opened. Use it on its lane. */
    synchronized Connection connection() {
        return connection.orElseThrow();
    }

    synchronized String text() {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    synchronized byte[] bytes() {
        return bytes.toByteArray();
    }

    synchronized int count() {
        return bytes.size();
    }

    synchronized boolean isEnded() {
        return ends > 0;
    }

    synchronized int writables() {
        return writables;
    }

    synchronized boolean isClosed() {
        return !closes.isEmpty();
    }

    /** All the reasons that were ever told: exactly one, if the seam keeps its promise. */
    synchronized List<CloseReason> closes() {
        return List.copyOf(closes);
    }
}
