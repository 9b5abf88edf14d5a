package dev.chokepoint.host.codec;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The part of a message that has come so far. Grows as bytes come, never because somebody announced that they will. */
final class HeldBytes {
    private static final int FIRST_BYTES = 64;

    private final int boundBytes;
    private byte[] bytes = new byte[0];
    private ByteBuffer view = ByteBuffer.wrap(bytes);
    private int count;

    HeldBytes(int boundBytes) {
        this.boundBytes = boundBytes;
    }

    int count() {
        return count;
    }

    int capacityBytes() {
        return bytes.length;
    }

    byte last() {
        return bytes[count - 1];
    }

    void add(ByteBuffer source, int more) {
        if (count + more > bytes.length) {
            grow(count + more);
        }
        source.get(bytes, count, more);
        count += more;
    }

    private void grow(int needed) {
        int doubled = Math.max(FIRST_BYTES, (int) Math.min(2L * bytes.length, boundBytes));
        bytes = Arrays.copyOf(bytes, Math.min(boundBytes, Math.max(needed, doubled)));
        view = ByteBuffer.wrap(bytes);
    }

    /** Forgets what it holds and gives a view of its first bytes, valid until the next {@link #add}. */
    ByteBuffer take(int length) {
        count = 0;
        return view.clear().limit(length);
    }

    void clear() {
        count = 0;
    }
}
