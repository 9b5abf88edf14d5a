package dev.chokepoint.programs.http;

import java.nio.ByteBuffer;

/**
 * Requests, one after the other. Feed it what arrives; it stops after each event. After an {@link HttpException} it is
 * spent. Getters speak of the request that the last {@link Event#REQUEST} completed.
 */
public final class RequestParser extends MessageParser {
    /** What {@link #parse} came to. */
    public enum Event {
        /** All input is used up. */
        MORE,
        /** The sender waits for {@code 100 Continue} before it sends the body. */
        CONTINUE,
        /** A whole request. */
        REQUEST
    }

    /** The methods that are implemented; others are 501. */
    public enum Method {
        /** Safe, with an answer. */
        GET,
        /** As GET, with the answer's head only. */
        HEAD,
        /** With a body. */
        POST
    }

    private Method method = Method.GET;
    private int minorVersion;
    private boolean continueExpected;
    private long targetNumber = -1;

    /**
     * A parser at the beginning of a connection.
     *
     * @param limits the most that one request may have
     */
    public RequestParser(HttpLimits limits) {
        super(limits);
    }

    /**
     * Reads on to the next event.
     *
     * @param in advanced past what was used
     * @return the event
     * @throws HttpException the request is refused: answer the status and close
     */
    public Event parse(ByteBuffer in) throws HttpException {
        if (!readHead(in)) {
            return Event.MORE;
        }
        if (continueExpected && !in.hasRemaining()) {
            continueExpected = false;
            return Event.CONTINUE;
        }
        return readBody(in) ? Event.REQUEST : Event.MORE;
    }

    @Override
    void start(LineReader line) throws HttpException {
        int length = line.length();
        int methodEnd = Syntax.indexOf(line, ' ', 0, length);
        int targetEnd = Syntax.indexOf(line, ' ', Math.min(methodEnd + 1, length), length);
        if (methodEnd == 0 || targetEnd == length) {
            throw HttpException.badRequest("a first line that is not \"METHOD TARGET VERSION\" with single spaces");
        }
        minorVersion = minorVersion(line, targetEnd + 1, length);
        method = method(line, methodEnd);
        checkTarget(line, methodEnd + 1, targetEnd);
        targetNumber = Syntax.decimal(line, Syntax.afterLast(line, '/', methodEnd + 1, targetEnd), targetEnd);
    }

    private static Method method(LineReader line, int end) throws HttpException {
        if (Syntax.equals(line, 0, end, "GET")) {
            return Method.GET;
        }
        if (Syntax.equals(line, 0, end, "POST")) {
            return Method.POST;
        }
        if (Syntax.equals(line, 0, end, "HEAD")) {
            return Method.HEAD;
        }
        for (int i = 0; i < end; i++) {
            if (!Syntax.isToken(line.at(i))) {
                throw HttpException.badRequest("a method with a character not allowed");
            }
        }
        throw new HttpException(501, "a method other than GET, HEAD and POST");
    }

    private static void checkTarget(LineReader line, int from, int to) throws HttpException {
        for (int i = from; i < to; i++) {
            if (!Syntax.isVisible(line.at(i))) {
                throw HttpException.badRequest("a target with a character not allowed");
            }
        }
        boolean origin = from < to && line.at(from) == '/';
        if (!origin && !isAbsolute(line, from, to)) {
            throw HttpException.badRequest("a target that begins neither with / nor with http://");
        }
    }

    private static boolean isAbsolute(LineReader line, int from, int to) {
        int scheme = "http://".length();
        return to - from > scheme && Syntax.equalsIgnoreCase(line, from, from + scheme, "http://");
    }

    @Override
    boolean endHead() throws HttpException {
        fields.checkFraming(minorVersion);
        int hosts = fields.hosts();
        if (hosts > 1 || (hosts == 0 && minorVersion > 0)) {
            throw HttpException.badRequest(hosts == 0 ? "no Host" : "more than one Host");
        }
        beginBody();
        return true;
    }

    private void beginBody() throws HttpException {
        long length = fields.contentLength();
        if (fields.isChunked()) {
            body.beginChunked();
        } else {
            body.beginFixed(length == Fields.NO_LENGTH ? 0 : length);
        }
        continueExpected = fields.expectsContinue() && minorVersion > 0 && (fields.isChunked() || length > 0);
    }

    /**
     * Its method.
     *
     * @return never null
     */
    public Method method() {
        return method;
    }

    /**
     * The number that its target ends with, as in {@code /things/17}.
     *
     * @return 0 or more; -1 when what follows the last slash is not a decimal number below 2<sup>63</sup>
     */
    public long targetNumber() {
        return targetNumber;
    }

    /**
     * Whether it is from before HTTP/1.1, so that a connection that stays open must be announced.
     *
     * @return true for HTTP/1.0
     */
    public boolean isHttp10() {
        return minorVersion == 0;
    }

    /**
     * Whether the connection stays open after the answer.
     *
     * @return false when the client asked for its end
     */
    public boolean keepsAlive() {
        return fields.keepsAlive(minorVersion);
    }

    /**
     * Copies the value of {@code Request-Id}, as it was sent.
     *
     * @param target advanced by {@link #idLength()}
     */
    public void copyId(ByteBuffer target) {
        fields.copyId(target);
    }
}
