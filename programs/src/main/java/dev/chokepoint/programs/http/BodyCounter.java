package dev.chokepoint.programs.http;

import java.nio.ByteBuffer;

/** Finds the end of a body (RFC 9112 sections 6 and 7) and counts it; keeps none of it. */
final class BodyCounter {
    private enum State {
        FIXED,
        UNTIL_CLOSE,
        CHUNK_SIZE,
        CHUNK_DATA,
        CHUNK_END,
        TRAILERS,
        COMPLETE
    }

    private final LineReader lines;
    private final Fields fields;
    private final HttpLimits.Line fieldLine;
    private final long limitBytes;

    private State state = State.COMPLETE;
    /** Of the fixed body, or of the chunk. */
    private long remainingBytes;

    private long countedBytes;

    BodyCounter(LineReader lines, Fields fields, HttpLimits limits) {
        this.lines = lines;
        this.fields = fields;
        fieldLine = limits.fieldLine();
        limitBytes = limits.bodyBytes();
    }

    void beginFixed(long bytes) throws HttpException {
        begin(State.FIXED);
        remainingBytes = bytes;
        count(bytes);
    }

    void beginChunked() {
        begin(State.CHUNK_SIZE);
    }

    void beginUntilClose() {
        begin(State.UNTIL_CLOSE);
    }

    private void begin(State first) {
        state = first;
        countedBytes = 0;
    }

    /** Whether only the connection's end can end this body. */
    boolean endsWithConnection() {
        return state == State.UNTIL_CLOSE;
    }

    /**
     * Reads on to the body's end.
     *
     * @param in advanced to the body's end, or to its limit
     * @return whether the body is complete
     */
    boolean read(ByteBuffer in) throws HttpException {
        boolean stepped = true;
        while (stepped && state != State.COMPLETE) {
            stepped = step(in);
        }
        return state == State.COMPLETE;
    }

    /** Whether it got any further than the end of the input. */
    private boolean step(ByteBuffer in) throws HttpException {
        return switch (state) {
            case FIXED -> skip(in, State.COMPLETE);
            case UNTIL_CLOSE -> skipAll(in);
            case CHUNK_SIZE -> lines.read(in, HttpLimits.CHUNK_LINE) && beginChunk();
            case CHUNK_DATA -> skip(in, State.CHUNK_END);
            case CHUNK_END -> lines.read(in, HttpLimits.CHUNK_END) && enter(State.CHUNK_SIZE);
            case TRAILERS -> lines.read(in, fieldLine) && trailer();
            case COMPLETE -> false;
        };
    }

    private boolean skip(ByteBuffer in, State next) {
        int count = (int) Math.min(in.remaining(), remainingBytes);
        in.position(in.position() + count);
        remainingBytes -= count;
        return remainingBytes == 0 && enter(next);
    }

    private boolean skipAll(ByteBuffer in) throws HttpException {
        count(in.remaining());
        in.position(in.limit());
        return false;
    }

    private boolean enter(State next) {
        state = next;
        return true;
    }

    private boolean beginChunk() throws HttpException {
        remainingBytes = chunkSize();
        count(lines.length());
        count(remainingBytes);
        return enter(remainingBytes == 0 ? State.TRAILERS : State.CHUNK_DATA);
    }

    private long chunkSize() throws HttpException {
        long size = 0;
        int i = 0;
        int digit;
        while (i < lines.length() && (digit = hexDigit(lines.at(i))) >= 0) {
            if (size > Long.MAX_VALUE >> 4) {
                throw new HttpException(413, "a chunk of 2^63 bytes or more");
            }
            size = size << 4 | digit;
            i++;
        }
        if (i == 0 || (i < lines.length() && lines.at(i) != ';')) {
            throw HttpException.badRequest("a chunk's size that is not a hexadecimal number");
        }
        for (; i < lines.length(); i++) {
            if (!Syntax.isText(lines.at(i))) {
                throw HttpException.badRequest("a chunk extension with a control character");
            }
        }
        return size;
    }

    private static int hexDigit(int c) {
        int letter = c | 0x20;
        if (letter >= 'a' && letter <= 'f') {
            return letter - 'a' + 10;
        }
        return Syntax.isDigit(c) ? c - '0' : -1;
    }

    private boolean trailer() throws HttpException {
        if (lines.length() == 0) {
            return enter(State.COMPLETE);
        }
        fields.addTrailer(lines);
        return true;
    }

    private void count(long bytes) throws HttpException {
        if (bytes > limitBytes - countedBytes) {
            throw new HttpException(413, "the body is longer than " + limitBytes + " bytes");
        }
        countedBytes += bytes;
    }
}
