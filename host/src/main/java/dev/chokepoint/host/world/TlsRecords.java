package dev.chokepoint.host.world;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Cuts a stream into TLS records (RFC 8446 section 5.1). Holds at most one incomplete one. Lane only. */
final class TlsRecords {
    private static final int HEADER_BYTES = 5;
    private static final int LENGTH_AT = 3;
    private static final int FRAGMENT_BYTES_MAX = (1 << 14) + 256;
    private static final int FIRST_TYPE = 20;
    private static final int LAST_TYPE = 23;
    private static final int MAJOR_VERSION = 3;

    private byte[] held = new byte[HEADER_BYTES];
    private int count;

    /** The next whole record, or bytes that can't begin one; empty when {@code bytes} are used up. Valid until the next call. */
    Optional<ByteBuffer> next(ByteBuffer bytes) {
        if (count == 0 && bytes.remaining() >= HEADER_BYTES) {
            int length = length(bytes.duplicate());
            if (length <= bytes.remaining()) {
                ByteBuffer record = bytes.slice(bytes.position(), length);
                bytes.position(bytes.position() + length);
                return Optional.of(record);
            }
        }
        return hold(bytes);
    }

    private Optional<ByteBuffer> hold(ByteBuffer bytes) {
        take(bytes, HEADER_BYTES);
        if (count < HEADER_BYTES) {
            return Optional.empty();
        }
        int length = length(ByteBuffer.wrap(held));
        take(bytes, length);
        if (count < length) {
            return Optional.empty();
        }
        count = 0;
        return Optional.of(ByteBuffer.wrap(held, 0, length));
    }

    private void take(ByteBuffer bytes, int wanted) {
        int more = Math.min(Math.max(0, wanted - count), bytes.remaining());
        if (count + more > held.length) {
            held = Arrays.copyOf(held, wanted);
        }
        bytes.get(held, count, more);
        count += more;
    }

    /** Of the record that begins here; that of the header alone if none does. */
    private static int length(ByteBuffer header) {
        int at = header.position();
        int type = header.get(at);
        int length = header.getShort(at + LENGTH_AT) & 0xffff;
        boolean plausible = type >= FIRST_TYPE
                && type <= LAST_TYPE
                && header.get(at + 1) == MAJOR_VERSION
                && length <= FRAGMENT_BYTES_MAX;
        return HEADER_BYTES + (plausible ? length : 0);
    }
}
