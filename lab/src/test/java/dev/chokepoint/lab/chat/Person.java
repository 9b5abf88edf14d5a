package dev.chokepoint.lab.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Somebody at an IRC client, who says what the test wants and hears everything. The test drives it, its lane carries it out. */
final class Person implements Session {
    private final ConcurrentLinkedQueue<String> toSay = new ConcurrentLinkedQueue<>();
    private final StringBuilder heard = new StringBuilder();
    private Connection connection;
    private int known;
    private volatile boolean deaf;
    private volatile boolean closed;

    /** On the lane. */
    void come(Host host, Address from, Address server) {
        connection = host.connect(from, server, StreamOptions.DEFAULT, 0, this);
    }

    /** On the lane, again and again. */
    void speak() {
        if (deaf) {
            connection.pause();
        }
        for (String line = toSay.poll(); line != null; line = toSay.poll()) {
            connection.send(ByteBuffer.wrap((line + "\r\n").getBytes(UTF_8)));
        }
    }

    @Override
    public void onBytes(Connection same, ByteBuffer bytes) {
        synchronized (heard) {
            heard.append(UTF_8.decode(bytes));
        }
    }

    @Override
    public void onClose(Connection same, CloseReason reason) {
        closed = true;
    }

    /** As soon as the lane comes to it. */
    Person say(String line) {
        toSay.add(line);
        return this;
    }

    /** From now on nothing that the server sends is read. */
    void stopReading() {
        deaf = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** All that was heard. */
    String all() {
        synchronized (heard) {
            return heard.toString();
        }
    }

    /** Whether a text has come since the one that was waited for last. */
    boolean hears(String text) {
        synchronized (heard) {
            int at = heard.indexOf(text, known);
            if (at >= 0) {
                known = at + text.length();
            }
            return at >= 0;
        }
    }
}
