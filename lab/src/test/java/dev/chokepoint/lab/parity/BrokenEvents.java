package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Connection;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Connections that deliver wrongly. */
final class BrokenEvents {
    private BrokenEvents() {}

    /** Drops the last byte of each piece but the smallest. */
    static final class LosingBytes extends LayerEnd {
        @Override
        public void onBytes(Connection from, ByteBuffer bytes) {
            if (bytes.remaining() > 1) {
                bytes.limit(bytes.limit() - 1);
            }
            super.onBytes(from, bytes);
        }
    }

    /** Calls the program on two threads at once. */
    static final class Overlapping extends LayerEnd {
        @Override
        public void onBytes(Connection from, ByteBuffer bytes) {
            Thread other = Thread.ofPlatform().start(() -> super.onBytes(from, bytes));
            while (other.isAlive()) {
                super.onWritable(from);
            }
        }
    }

    /** Never says that sending is possible again. */
    static final class NoWritable extends LayerEnd {
        @Override
        public void onWritable(Connection from) {}
    }

    /** Does not stop delivering. */
    static final class NoPause extends LayerEnd {
        @Override
        public void pause() {}
    }

    /** Reads on while the program is paused, into memory without bound. */
    static final class Hoarding extends LayerEnd {
        private final ByteArrayOutputStream hoard = new ByteArrayOutputStream();
        private boolean paused;

        @Override
        public void pause() {
            paused = true;
        }

        @Override
        public void resume() {
            paused = false;
        }

        @Override
        public void onBytes(Connection from, ByteBuffer bytes) {
            while (bytes.hasRemaining()) {
                hoard.write(bytes.get());
            }
            if (!paused) {
                super.onBytes(from, ByteBuffer.wrap(hoard.toByteArray()));
                hoard.reset();
            }
        }
    }
}
