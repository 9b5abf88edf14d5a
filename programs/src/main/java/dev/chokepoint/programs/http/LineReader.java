package dev.chokepoint.programs.http;

import java.nio.ByteBuffer;

/**
 * Finds lines that end in CRLF. A line that lies whole in the input is read in place; only one that arrives in parts is
 * carried over in a buffer of its own, which exists from then on and never outgrows the line's limit.
 */
final class LineReader {
    private static final int CRLF_BYTES = 2;
    private static final int FIRST_CARRY_BYTES = 128;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private ByteBuffer carry = NOTHING;
    /** The line just read lies here, from {@link #from} to {@link #to}. */
    private ByteBuffer source = NOTHING;

    private int from;
    private int to;

    /**
     * Reads on to the next CRLF.
     *
     * @param in advanced past the line, or to its limit when the line is not complete
     * @param limit the longest line allowed
     * @return whether a line is complete
     */
    boolean read(ByteBuffer in, HttpLimits.Line limit) throws HttpException {
        int start = in.position();
        int lf = indexOfLf(in, start);
        boolean complete = lf >= 0;
        int end = complete ? lf + 1 : in.limit();
        if (carry.position() + end - start > limit.bytes() + CRLF_BYTES) {
            throw limit.exceeded();
        }
        in.position(end);
        if (complete && carry.position() == 0) {
            found(in, start, lf - 1);
        } else {
            append(in, start, end, limit.bytes() + CRLF_BYTES);
            if (complete) {
                found(carry, 0, carry.position() - CRLF_BYTES);
                carry.clear();
            }
        }
        return complete;
    }

    private void found(ByteBuffer where, int first, int cr) throws HttpException {
        if (cr < first || where.get(cr) != '\r') {
            throw HttpException.badRequest("a line ends in LF without CR before it");
        }
        source = where;
        from = first;
        to = cr;
    }

    private void append(ByteBuffer in, int start, int end, int most) {
        int need = carry.position() + end - start;
        if (need > carry.capacity()) {
            int roomy = Math.max(FIRST_CARRY_BYTES, 2 * carry.capacity());
            carry = ByteBuffer.allocate(Math.clamp(roomy, need, most)).put(carry.flip());
        }
        for (int i = start; i < end; i++) {
            carry.put(in.get(i));
        }
    }

    private static int indexOfLf(ByteBuffer in, int start) {
        int limit = in.limit();
        for (int i = start; i < limit; i++) {
            if (in.get(i) == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** The length of the line just read, without its CRLF. */
    int length() {
        return to - from;
    }

    /** One byte of the line just read, 0 to 255. Valid until the next {@link #read}. */
    int at(int index) {
        return source.get(from + index) & 0xff;
    }

    /** Whether part of a line has arrived and not its end. */
    boolean isPartial() {
        return carry.position() > 0;
    }
}
