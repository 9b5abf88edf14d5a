package dev.chokepoint.host.codec;

import dev.chokepoint.host.codec.FramingException.What;
import java.nio.ByteBuffer;

/** See {@link LineCodec}. Holds at most the limit and one CR. */
final class LineDecoder implements Decoder<ByteBuffer> {
    private final int limitBytes;
    private final HeldBytes held;
    private long lineOffset; // of the first byte of the line that is being read
    private long endOffset; // of the first byte not yet consumed
    private boolean skipping; // inside a line that has been reported as too long
    private ByteBuffer line;
    private boolean found;

    LineDecoder(int limitBytes) {
        this.limitBytes = limitBytes;
        this.held = new HeldBytes(limitBytes + 1);
        this.line = held.take(0);
    }

    @Override
    public boolean decode(ByteBuffer bytes) throws FramingException {
        found = false;
        if (skipping && !skip(bytes)) {
            return false;
        }
        int end = lineFeed(bytes);
        if (end < 0) {
            hold(bytes);
            return false;
        }
        take(bytes, end);
        return true;
    }

    private static int lineFeed(ByteBuffer bytes) {
        for (int i = bytes.position(), limit = bytes.limit(); i < limit; i++) {
            if (bytes.get(i) == '\n') {
                return i;
            }
        }
        return -1;
    }

    private boolean skip(ByteBuffer bytes) {
        int end = lineFeed(bytes);
        consume(bytes, end < 0 ? bytes.limit() : end + 1);
        if (end >= 0) {
            startLine();
        }
        return end >= 0;
    }

    private void hold(ByteBuffer bytes) throws FramingException {
        long pending = (long) held.count() + bytes.remaining();
        if (pending > limitBytes + 1 || (pending == limitBytes + 1 && lastOf(bytes) != '\r')) {
            consume(bytes, bytes.limit());
            throw tooLong(true);
        }
        endOffset += bytes.remaining();
        held.add(bytes, bytes.remaining());
    }

    private byte lastOf(ByteBuffer bytes) {
        return bytes.hasRemaining() ? bytes.get(bytes.limit() - 1) : held.last();
    }

    private void take(ByteBuffer bytes, int end) throws FramingException {
        int here = end - bytes.position();
        long length = (long) held.count() + here;
        if (length > 0 && (here > 0 ? bytes.get(end - 1) : held.last()) == '\r') {
            length--;
        }
        if (length > limitBytes) {
            consume(bytes, end + 1);
            throw tooLong(false);
        }
        if (held.count() == 0) {
            line = bytes.slice(bytes.position(), (int) length);
        } else {
            held.add(bytes, here);
            line = held.take((int) length);
            endOffset += here;
        }
        consume(bytes, end + 1);
        startLine();
        found = true;
    }

    private FramingException tooLong(boolean unfinished) {
        FramingException error = new FramingException(What.TOO_LONG, "line", lineOffset + limitBytes, limitBytes);
        startLine();
        skipping = unfinished;
        return error;
    }

    private void startLine() {
        held.clear();
        lineOffset = endOffset;
        skipping = false;
    }

    private void consume(ByteBuffer bytes, int position) {
        endOffset += position - bytes.position();
        bytes.position(position);
    }

    @Override
    public ByteBuffer message() {
        if (!found) {
            throw new IllegalStateException("no line: decode answered false");
        }
        return line;
    }

    @Override
    public void end() throws FramingException {
        if (held.count() > 0) {
            throw new FramingException(What.TRUNCATED, "line without its end", endOffset, limitBytes);
        }
    }

    @Override
    public int heldBytes() {
        return held.capacityBytes();
    }
}
