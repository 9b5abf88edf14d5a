package dev.chokepoint.programs.http;

import java.nio.ByteBuffer;

/** What requests and responses share: a start line, header lines, an empty line, a body. */
abstract class MessageParser {
    private enum State {
        START_LINE,
        FIELDS,
        BODY
    }

    private final HttpLimits.Line startLine;
    private final HttpLimits.Line fieldLine;
    private final LineReader lines = new LineReader();
    private boolean afterEmptyLine;
    private State state = State.START_LINE;

    final Fields fields;
    final BodyCounter body;

    MessageParser(HttpLimits limits) {
        startLine = limits.startLine();
        fieldLine = limits.fieldLine();
        fields = new Fields(limits.headBytes());
        body = new BodyCounter(lines, fields, limits);
    }

    /** Takes in the start line. */
    abstract void start(LineReader line) throws HttpException;

    /**
     * Takes in the end of the head and begins the body.
     *
     * @return false when another head follows this one (RFC 9110 section 15.2)
     */
    abstract boolean endHead() throws HttpException;

    /** Whether the input so far ends between two messages. */
    public final boolean isIdle() {
        return state == State.START_LINE && !lines.isPartial();
    }

    /** Whether the head is complete; reads it if it is not. */
    final boolean readHead(ByteBuffer in) throws HttpException {
        while (state != State.BODY) {
            HttpLimits.Line limit = state == State.FIELDS ? fieldLine : startLine;
            if (!lines.read(in, limit)) {
                return false;
            }
            takeLine();
        }
        return true;
    }

    private void takeLine() throws HttpException {
        if (state == State.START_LINE) {
            takeStartLine();
        } else if (lines.length() > 0) {
            fields.add(lines);
        } else {
            state = endHead() ? State.BODY : State.START_LINE;
        }
    }

    /** One empty line before a message is forgiven (RFC 9112 section 2.2). */
    private void takeStartLine() throws HttpException {
        if (lines.length() == 0 && !afterEmptyLine) {
            afterEmptyLine = true;
            return;
        }
        afterEmptyLine = false;
        fields.reset();
        start(lines);
        state = State.FIELDS;
    }

    /** Whether the body, and with it the message, is complete; reads it if it is not. */
    final boolean readBody(ByteBuffer in) throws HttpException {
        if (!body.read(in)) {
            return false;
        }
        state = State.START_LINE;
        return true;
    }

    /** The minor version in {@code HTTP/1.x} at a place of the line. */
    static int minorVersion(LineReader line, int from, int to) throws HttpException {
        boolean wellFormed = to - from == "HTTP/1.1".length()
                && Syntax.equals(line, from, from + 5, "HTTP/")
                && Syntax.isDigit(line.at(from + 5))
                && line.at(from + 6) == '.'
                && Syntax.isDigit(line.at(from + 7));
        if (!wellFormed) {
            throw HttpException.badRequest("a first line without a well-formed HTTP version");
        }
        if (line.at(from + 5) != '1') {
            throw new HttpException(505, "an HTTP version other than 1.x");
        }
        return line.at(from + 7) - '0';
    }

    /**
     * The length of the message's {@code Request-Id}.
     *
     * @return characters; 0 when it has none
     */
    public final int idLength() {
        return fields.idLength();
    }

    /**
     * The number in the message's {@code Request-Id}.
     *
     * @return 0 or more; -1 when it has none, or one that is not a decimal number below 2<sup>63</sup>
     */
    public final long idNumber() {
        return fields.idNumber();
    }
}
