package dev.chokepoint.sim;

import dev.chokepoint.host.world.SeededRandom;
import java.nio.ByteBuffer;

/**
 * Cuts what a lane reads into pieces: mostly as large as its buffer allows, but one piece in eight anywhere, so that no
 * program can rely on how bytes were sent.
 */
final class Splitter {
    private static final int BUFFER_BYTES = 64 << 10;
    private static final int SPLIT_ONE_IN = 8;

    private final SeededRandom random;
    private ByteBuffer buffer = ByteBuffer.allocate(256);

    Splitter(SeededRandom random) {
        this.random = random;
    }

    /** An empty buffer for the next piece of {@code available} bytes; the one returned before is used again. */
    ByteBuffer next(int available) {
        int size = Math.min(available, BUFFER_BYTES);
        if (random.nextInt(SPLIT_ONE_IN) == 0) {
            size = 1 + random.nextInt(size);
        }
        if (size > buffer.capacity()) {
            buffer = ByteBuffer.allocate(Math.min(BUFFER_BYTES, 2 * size));
        }
        return buffer.clear().limit(size);
    }
}
