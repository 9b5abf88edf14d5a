package dev.chokepoint.live;

import java.nio.ByteBuffer;

/** What all TLS of one lane works in: a record holds 16 KiB, and only one is worked on at a time. Lane only. */
final class TlsBuffers {
    /** RFC 8446 section 5.2: 5 + 2^14 + 256 bytes; the JDK's engine asks for a little more. */
    private static final int RECORD_BYTES = 17 << 10;

    private ByteBuffer plain = ByteBuffer.allocate(0);
    private ByteBuffer record = ByteBuffer.allocate(0);

    /** Empty, for what a record holds. */
    ByteBuffer plain() {
        if (plain.capacity() == 0) {
            plain = ByteBuffer.allocate(RECORD_BYTES);
        }
        return plain.clear();
    }

    /** Empty, for a record. */
    ByteBuffer record() {
        if (record.capacity() == 0) {
            record = ByteBuffer.allocate(RECORD_BYTES);
        }
        return record.clear();
    }
}
