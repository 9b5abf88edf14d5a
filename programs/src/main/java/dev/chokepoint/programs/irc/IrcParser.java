package dev.chokepoint.programs.irc;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Finds the lines in one connection's bytes, wherever they are split. CR and LF each end a line, so that no line can carry one
 * into another; empty lines are skipped (RFC 2812 section 2.3.1) and NUL, which no line can carry, is left out. Keeps memory
 * only while a part of a line has come. Not thread-safe.
 */
public final class IrcParser {
    private static final int FIRST_BYTES = 128;
    private static final byte[] NOTHING = {};

    /** What {@link #parse} has found. */
    public enum Event {
        /** Nothing: the bytes are used up. */
        MORE,
        /** A line. */
        LINE,
        /** The end of a line that is longer than the limits; a server answers 417. */
        TOO_LONG
    }

    private final IrcLimits limits;
    private byte[] held = NOTHING;
    private int count;
    private boolean overlong;
    private boolean nul;

    /**
     * A parser for one connection.
     *
     * @param limits of the lines it accepts
     */
    public IrcParser(IrcLimits limits) {
        this.limits = limits;
    }

    /**
     * Looks for the next line. Call it until it answers {@link Event#MORE}.
     *
     * @param in consumed up to the end of the line, or whole
     * @param out filled when this answers {@link Event#LINE}; of at least this parser's limits
     * @return what was found
     */
    public Event parse(ByteBuffer in, IrcLine out) {
        while (in.hasRemaining()) {
            int from = in.position();
            int end = endOfLine(in, from);
            keepOrTake(in, end < 0 ? in.limit() : end, end >= 0, out);
            if (end < 0) {
                return Event.MORE;
            }
            in.position(end + 1);
            int length = count;
            count = 0;
            if (overlong) {
                overlong = false;
                nul = false;
                return Event.TOO_LONG;
            }
            if (nul) {
                nul = false;
                length = withoutNul(out.bytes, length);
            }
            if (length > 0) {
                return out.split(length, limits) ? Event.LINE : Event.TOO_LONG;
            }
        }
        return Event.MORE;
    }

    private int endOfLine(ByteBuffer in, int from) {
        for (int i = from, limit = in.limit(); i < limit; i++) {
            byte b = in.get(i);
            if (b <= '\r' && b >= 0) {
                if (b == '\n' || b == '\r') {
                    return i;
                }
                nul |= b == 0;
            }
        }
        return -1;
    }

    /** Moves the bytes up to {@code end} behind what is held, or if they end the line, all of it into {@code out}. */
    private void keepOrTake(ByteBuffer in, int end, boolean ends, IrcLine out) {
        int more = end - in.position();
        if (overlong || count + more > longest(in)) {
            overlong = true;
            release();
            in.position(end);
            return;
        }
        if (ends) {
            System.arraycopy(held, 0, out.bytes, 0, count);
            in.get(out.bytes, count, more);
            int length = count + more;
            release();
            count = length;
            return;
        }
        if (count + more > held.length) {
            held = Arrays.copyOf(held, Math.max(FIRST_BYTES, Math.max(count + more, 2 * held.length)));
        }
        in.get(held, count, more);
        count += more;
    }

    /** What the line may have at most, NUL included, as its first byte tells. */
    private int longest(ByteBuffer in) {
        byte first = count > 0 ? held[0] : in.hasRemaining() ? in.get(in.position()) : 0;
        return first == '@' ? limits.lineBytes() : limits.bodyBytes();
    }

    private void release() {
        held = NOTHING;
        count = 0;
    }

    private static int withoutNul(byte[] bytes, int length) {
        int kept = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] != 0) {
                bytes[kept++] = bytes[i];
            }
        }
        return kept;
    }

    /**
     * How much memory is kept for the beginning of a line.
     *
     * @return bytes, less than twice the limits
     */
    public int heldBytes() {
        return held.length;
    }
}
