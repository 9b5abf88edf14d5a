package dev.chokepoint.host.codec;

import dev.chokepoint.host.codec.FramingException.What;
import java.nio.ByteBuffer;
import java.util.Optional;

/** See {@link LengthPrefixedCodec}. Holds at most one message, and no more of it than has come. */
final class LengthPrefixedDecoder implements Decoder<ByteBuffer> {
    private final int limitBytes;
    private final HeldBytes held;
    private int prefixBytes; // how much of the length has come
    private int length; // of the message that is being read, once its prefix is whole
    private long endOffset; // of the first byte not yet consumed
    private Optional<FramingException> broken = Optional.empty();
    private ByteBuffer message;
    private boolean found;

    LengthPrefixedDecoder(int limitBytes) {
        this.limitBytes = limitBytes;
        this.held = new HeldBytes(limitBytes);
        this.message = held.take(0);
    }

    @Override
    public boolean decode(ByteBuffer bytes) throws FramingException {
        found = false;
        if (broken.isPresent()) {
            throw broken.get();
        }
        if (prefixBytes < LengthPrefixedCodec.PREFIX_BYTES && !readLength(bytes)) {
            return false;
        }
        int missing = length - held.count();
        int here = Math.min(missing, bytes.remaining());
        if (held.count() == 0 && here == missing) {
            message = bytes.slice(bytes.position(), length);
            bytes.position(bytes.position() + length);
        } else {
            held.add(bytes, here);
        }
        endOffset += here;
        found = here == missing;
        if (found) {
            finish();
        }
        return found;
    }

    private boolean readLength(ByteBuffer bytes) throws FramingException {
        while (prefixBytes < LengthPrefixedCodec.PREFIX_BYTES) {
            if (!bytes.hasRemaining()) {
                return false;
            }
            length = length << 8 | (bytes.get() & 0xff);
            prefixBytes++;
            endOffset++;
        }
        if (length < 0 || length > limitBytes) {
            FramingException error = new FramingException(
                    length < 0 ? What.NEGATIVE_LENGTH : What.TOO_LONG,
                    "message length " + length,
                    endOffset - LengthPrefixedCodec.PREFIX_BYTES,
                    limitBytes);
            broken = Optional.of(error);
            throw error;
        }
        return true;
    }

    private void finish() {
        if (held.count() > 0) {
            message = held.take(length);
        }
        prefixBytes = 0;
        length = 0;
    }

    @Override
    public ByteBuffer message() {
        if (!found) {
            throw new IllegalStateException("no message: decode answered false");
        }
        return message;
    }

    @Override
    public void end() throws FramingException {
        if (prefixBytes > 0 && broken.isEmpty()) {
            throw new FramingException(What.TRUNCATED, "message without its end", endOffset, limitBytes);
        }
    }

    @Override
    public int heldBytes() {
        return held.capacityBytes();
    }
}
