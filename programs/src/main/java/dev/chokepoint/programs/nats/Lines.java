package dev.chokepoint.programs.nats;

import java.nio.ByteBuffer;

/** Writes operations, one after the other, into one buffer that grows to the longest. */
final class Lines {
    private static final int FIRST_BYTES = 1024;
    private static final int KEPT_BYTES = 64 << 10;

    private ByteBuffer out = ByteBuffer.allocate(FIRST_BYTES);

    /** Begins anew, with room for so many bytes. */
    Lines begin(int most) {
        if (out.capacity() < most || out.capacity() > KEPT_BYTES && most <= KEPT_BYTES) {
            out = ByteBuffer.allocate(Math.max(most, FIRST_BYTES));
        }
        out.clear();
        return this;
    }

    Lines put(byte[] bytes) {
        out.put(bytes);
        return this;
    }

    Lines put(ByteBuffer from, int at, int bytes) {
        out.put(out.position(), from, at, bytes).position(out.position() + bytes);
        return this;
    }

    Lines space() {
        out.put((byte) ' ');
        return this;
    }

    Lines number(long value) {
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int i = out.position() + digits - 1; i >= out.position(); i--) {
            out.put(i, (byte) ('0' + rest % 10));
            rest /= 10;
        }
        out.position(out.position() + digits);
        return this;
    }

    Lines end() {
        out.put((byte) '\r').put((byte) '\n');
        return this;
    }

    /** All that was written, to be sent; valid until the next {@link #begin}. */
    ByteBuffer bytes() {
        return out.flip();
    }
}
