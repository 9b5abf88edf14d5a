package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Connection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Bytes to send, and their senders. */
final class Bytes {
    private Bytes() {}

    static ByteBuffer of(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A sequence in which every loss, repetition and swap shows. */
    static byte[] pattern(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (i * 31 + (i >>> 8) * 17 + (i >>> 16));
        }
        return bytes;
    }

    /** Sends as a good program does: until it is told to wait, on from where it stopped when it is told so. */
    static class Pump extends Probe {
        private final ByteBuffer rest;
        private final int pieceBytes;

        Pump(byte[] all, int pieceBytes) {
            this.rest = ByteBuffer.wrap(all);
            this.pieceBytes = pieceBytes;
        }

        @Override
        public synchronized void onOpen(Connection connection) {
            super.onOpen(connection);
            push(connection);
        }

        @Override
        public synchronized void onWritable(Connection connection) {
            super.onWritable(connection);
            push(connection);
        }

        synchronized void push(Connection connection) {
            boolean more = true;
            while (more && rest.hasRemaining()) {
                int count = Math.min(pieceBytes, rest.remaining());
                more = connection.send(rest.slice(rest.position(), count));
                rest.position(rest.position() + count);
            }
        }

        synchronized int remaining() {
            return rest.remaining();
        }
    }
}
