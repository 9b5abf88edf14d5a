package dev.chokepoint.programs.http;

/**
 * The most that one message may have.
 *
 * @param startLineBytes its request line or status line; longer is 414
 * @param fieldLineBytes one header or trailer line; longer is 431
 * @param headBytes all lines of head and trailers together; more is 431
 * @param bodyBytes its body, chunk sizes included; more is 413
 */
public record HttpLimits(int startLineBytes, int fieldLineBytes, int headBytes, long bodyBytes) {
    /** 8 KiB lines, 32 KiB head, 1 GiB body. */
    public static final HttpLimits DEFAULT = new HttpLimits(8 << 10, 8 << 10, 32 << 10, 1L << 30);

    static final Line CHUNK_LINE = new Line("the line of a chunk's size", 256, 400);
    static final Line CHUNK_END = new Line("what follows a chunk's data", 0, 400);

    Line startLine() {
        return new Line("the first line", startLineBytes, 414);
    }

    Line fieldLine() {
        return new Line("a header line", fieldLineBytes, 431);
    }

    /**
     * The limit of one kind of line.
     *
     * @param what the line's name in messages
     * @param bytes the longest, CRLF not counted
     * @param status answers a longer one
     */
    record Line(String what, int bytes, int status) {
        HttpException exceeded() {
            return new HttpException(status, what + " is longer than " + bytes + " bytes");
        }
    }
}
