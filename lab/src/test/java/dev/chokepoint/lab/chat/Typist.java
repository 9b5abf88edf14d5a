package dev.chokepoint.lab.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Session;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a keyboard who reads line by line. Callbacks come on the people's lane, the rest is for the test's thread. */
final class Typist implements Session {
    private final Town town;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Connection connection;
    private boolean closed;
    private int read; // of the lines
    private int syncs;

    Typist(Town town) {
        this.town = town;
    }

    @Override
    public synchronized void onOpen(Connection opened) {
        connection = opened;
    }

    @Override
    public synchronized void onBytes(Connection from, ByteBuffer piece) {
        byte[] copy = new byte[piece.remaining()];
        piece.get(copy);
        bytes.writeBytes(copy);
    }

    @Override
    public synchronized void onClose(Connection from, CloseReason reason) {
        closed = true;
    }

    synchronized boolean isOpen() {
        return connection != null;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** All that has come so far. */
    synchronized byte[] received() {
        return bytes.toByteArray();
    }

    /** Sends a line. */
    void type(String line) {
        typeRaw((line + "\r\n").getBytes(UTF_8));
    }

    void typeRaw(byte[] raw) {
        town.order(_ -> connection.send(ByteBuffer.wrap(raw)));
    }

    void stopReading() {
        town.order(_ -> connection.pause());
    }

    void readOn() {
        town.order(_ -> connection.resume());
    }

    void hangUp() {
        town.order(_ -> connection.close());
    }

    private synchronized List<String> all() {
        String text = bytes.toString(UTF_8);
        return new ArrayList<>(List.of(
                text.substring(0, text.lastIndexOf("\r\n") + 2 < 2 ? 0 : text.lastIndexOf("\r\n"))
                        .split("\r\n", -1)));
    }

    /** The lines that have come since the last question, until everything typed so far is done. */
    List<String> sync() {
        String token = "sync-" + ++syncs;
        type("PING " + token);
        String pong = ":" + Town.SERVER + " PONG " + Town.SERVER + " :" + token;
        List<String> lines = new ArrayList<>();
        town.await(pong, () -> {
            List<String> now = all();
            int at = lastEnding(now, pong);
            if (at < 0) {
                return false;
            }
            lines.addAll(now.subList(read, at));
            read = at + 1;
            return true;
        });
        return lines;
    }

    private static int lastEnding(List<String> lines, String end) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).endsWith(end)) {
                return i;
            }
        }
        return -1;
    }

    /** Types lines and gives what comes back for them. */
    List<String> says(String... lines) {
        for (String line : lines) {
            type(line);
        }
        return sync();
    }

    /** All that comes until the server has closed the connection. */
    List<String> untilClosed() {
        town.await("the end of a connection", this::isClosed);
        List<String> now = all();
        List<String> lines = new ArrayList<>(now.subList(Math.min(read, now.size()), now.size()));
        read = now.size();
        return lines;
    }
}
