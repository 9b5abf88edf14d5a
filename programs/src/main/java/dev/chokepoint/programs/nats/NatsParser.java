package dev.chokepoint.programs.nats;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the operations in one stream of either side. What lies whole in the input is read in place; only what arrives in parts is
 * carried over, in a buffer that grows as bytes come and never outgrows the limits. What it answers depends on the bytes alone,
 * not on where they were split.
 */
final class NatsParser {
    static final String LINE_TOO_LONG = "Maximum Control Line Exceeded";
    static final String PAYLOAD_TOO_LONG = "Maximum Payload Violation";
    static final String UNKNOWN = "Unknown Protocol Operation";
    static final String MALFORMED = "Parser Error";

    private static final int CRLF_BYTES = 2;
    private static final int FIRST_KEPT_BYTES = 128;
    private static final int KEPT_MOST_BYTES = 16 << 10;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private enum State {
        BETWEEN,
        LINE,
        PAYLOAD
    }

    private final int lineMost;
    private final int payloadMost;
    private final int[] from = new int[NatsOp.ARGUMENTS_MOST];
    private final int[] to = new int[NatsOp.ARGUMENTS_MOST];
    private State state = State.BETWEEN;
    private byte[] kept = new byte[0];
    private int keptBytes;
    private int keptLineBytes; // how much of it is the line, when the payload is kept
    private ByteBuffer source = NOTHING; // all that was found last lies there: the input, or what was kept
    private boolean inPlace; // it is the input
    private NatsOp op = NatsOp.PING;
    private int arguments;
    private int payloadFrom;
    private int payloadBytes;
    private int headerBytes;

    /**
     * A parser of one stream.
     *
     * @param lineMost the longest line without its end, in bytes
     * @param payloadMost the longest payload, headers included, in bytes
     */
    NatsParser(int lineMost, int payloadMost) {
        this.lineMost = lineMost;
        this.payloadMost = payloadMost;
    }

    /**
     * Looks for the next operation. Call it until it answers false.
     *
     * @param in advanced past the operation, or to its limit
     * @return whether there is one
     * @throws NatsException the stream breaks the protocol; nothing more can be read of it
     */
    boolean parse(ByteBuffer in) throws NatsException {
        if (state == State.BETWEEN) {
            forget();
        }
        if (state == State.LINE && !readLine(in)) {
            return false;
        }
        if (op.hasPayload() && !readPayload(in)) {
            return false;
        }
        state = State.BETWEEN;
        return true;
    }

    private void forget() {
        if (kept.length > KEPT_MOST_BYTES) {
            kept = new byte[0];
        }
        keptBytes = 0;
        state = State.LINE;
    }

    private boolean readLine(ByteBuffer in) throws NatsException {
        int start = in.position();
        int lf = indexOfLf(in, start);
        int end = lf < 0 ? in.limit() : lf + 1;
        if (keptBytes + end - start > lineMost + CRLF_BYTES) {
            throw new NatsException(LINE_TOO_LONG);
        }
        in.position(end);
        inPlace = lf >= 0 && keptBytes == 0;
        if (inPlace) {
            source = in;
            takeLine(start, lf);
            return true;
        }
        keep(in, start, end);
        if (lf >= 0) {
            takeLine(0, keptBytes - 1);
        }
        return lf >= 0;
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

    private void takeLine(int start, int lf) throws NatsException {
        int end = lf > start && source.get(lf - 1) == '\r' ? lf - 1 : lf;
        int rest = takeName(start, end);
        arguments = op.takesRest() ? takeRest(rest, end) : takeArguments(rest, end);
        if (!op.takes(arguments)) {
            throw new NatsException(MALFORMED);
        }
        if (op.hasPayload()) {
            takeSizes();
        }
    }

    private int takeName(int start, int end) throws NatsException {
        long key = 0;
        int i = start;
        for (; i < end && !isSpace(source.get(i)); i++) {
            byte c = source.get(i);
            key = key << 8 | (c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c & 0xff);
        }
        NatsOp found = i - start > Long.BYTES ? null : NatsOp.of(key);
        if (found == null) {
            throw new NatsException(UNKNOWN);
        }
        op = found;
        return i;
    }

    private int takeRest(int start, int end) {
        from[0] = skipSpaces(start, end);
        to[0] = end;
        return from[0] < end ? 1 : 0;
    }

    private int takeArguments(int start, int end) throws NatsException {
        int count = 0;
        for (int i = skipSpaces(start, end); i < end; i = skipSpaces(i, end)) {
            if (count == NatsOp.ARGUMENTS_MOST) {
                throw new NatsException(MALFORMED);
            }
            from[count] = i;
            while (i < end && !isSpace(source.get(i))) {
                i++;
            }
            to[count++] = i;
        }
        return count;
    }

    private int skipSpaces(int start, int end) {
        int i = start;
        while (i < end && isSpace(source.get(i))) {
            i++;
        }
        return i;
    }

    private static boolean isSpace(byte c) {
        return c == ' ' || c == '\t';
    }

    private void takeSizes() throws NatsException {
        payloadBytes = number(arguments - 1);
        headerBytes = op.hasHeaders() ? number(arguments - 2) : 0;
        if (payloadBytes > payloadMost) {
            throw new NatsException(PAYLOAD_TOO_LONG);
        }
        if (headerBytes > payloadBytes) {
            throw new NatsException(MALFORMED);
        }
    }

    /** The line has been read, now or before; the payload and its end are due. */
    private boolean readPayload(ByteBuffer in) throws NatsException {
        int due = payloadBytes + CRLF_BYTES;
        if (state == State.LINE) {
            if (inPlace && in.remaining() >= due) {
                payloadFrom = in.position();
                in.position(payloadFrom + due);
                checkEnd();
                return true;
            }
            keepLine();
        }
        int missing = keptLineBytes + due - keptBytes;
        int more = Math.min(missing, in.remaining());
        keep(in, in.position(), in.position() + more);
        in.position(in.position() + more);
        if (more < missing) {
            return false;
        }
        payloadFrom = keptLineBytes;
        checkEnd();
        return true;
    }

    /** The input goes, the line must stay: its arguments are told with the payload. */
    private void keepLine() {
        if (inPlace) {
            int start = from[0];
            keep(source, start, to[arguments - 1]);
            for (int i = 0; i < arguments; i++) {
                from[i] -= start;
                to[i] -= start;
            }
            inPlace = false;
        }
        keptLineBytes = keptBytes;
        state = State.PAYLOAD;
    }

    private void checkEnd() throws NatsException {
        int end = payloadFrom + payloadBytes;
        if (source.get(end) != '\r' || source.get(end + 1) != '\n') {
            throw new NatsException(MALFORMED);
        }
    }

    private void keep(ByteBuffer in, int start, int end) {
        int need = keptBytes + end - start;
        if (need > kept.length) {
            int most = lineMost + payloadMost + 2 * CRLF_BYTES;
            int roomy = Math.min(most, Math.max(FIRST_KEPT_BYTES, 2 * kept.length));
            kept = Arrays.copyOf(kept, Math.max(need, roomy));
        }
        in.get(start, kept, keptBytes, end - start);
        keptBytes = need;
        source = ByteBuffer.wrap(kept);
    }

    /** The operation just found. What follows is valid until the next {@link #parse}. */
    NatsOp op() {
        return op;
    }

    /** Where the bytes lie that the following speak of. */
    ByteBuffer source() {
        return source;
    }

    int arguments() {
        return arguments;
    }

    int from(int argument) {
        return from[argument];
    }

    int to(int argument) {
        return to[argument];
    }

    /** An argument as text. */
    String text(int argument) {
        byte[] bytes = new byte[to[argument] - from[argument]];
        source.get(from[argument], bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** An argument as a number. */
    int number(int argument) throws NatsException {
        int digits = to[argument] - from[argument];
        int value = 0;
        for (int i = from[argument]; i < to[argument]; i++) {
            int digit = source.get(i) - '0';
            if (digit < 0 || digit > 9 || digits > 9) {
                throw new NatsException(MALFORMED);
            }
            value = 10 * value + digit;
        }
        return value;
    }

    /** Where the payload begins, headers included. */
    int payloadFrom() {
        return payloadFrom;
    }

    /** How long it is, headers included. */
    int payloadBytes() {
        return payloadBytes;
    }

    /** How much of it is headers. */
    int headerBytes() {
        return headerBytes;
    }

    /** What is kept of an operation of which only a part has come. */
    int heldBytes() {
        return kept.length;
    }
}
