package dev.chokepoint.programs.http;

import java.nio.ByteBuffer;

/**
 * Responses to GET and POST, one after the other. Interim responses (1xx) are read and forgotten. Feed it what arrives; after
 * an {@link HttpException} it is spent. Getters speak of the response that was completed last.
 */
public final class ResponseParser extends MessageParser {
    private int minorVersion;
    private int status;
    private boolean endsConnection;

    /**
     * A parser at the beginning of a connection.
     *
     * @param limits the most that one response may have
     */
    public ResponseParser(HttpLimits limits) {
        super(limits);
    }

    /**
     * Reads on to the end of a response.
     *
     * @param in advanced past what was used
     * @return whether a response is complete; false when all input is used up
     * @throws HttpException what came is not a response
     */
    public boolean parse(ByteBuffer in) throws HttpException {
        return readHead(in) && readBody(in);
    }

    /**
     * The peer has finished sending.
     *
     * @return whether that completes a response
     */
    public boolean parseEnd() {
        return !isIdle() && body.endsWithConnection();
    }

    @Override
    void start(LineReader line) throws HttpException {
        int length = line.length();
        int versionEnd = Syntax.indexOf(line, ' ', 0, length);
        minorVersion = minorVersion(line, 0, versionEnd);
        int statusEnd = Syntax.indexOf(line, ' ', Math.min(versionEnd + 1, length), length);
        status = (int) Syntax.decimal(line, Math.min(versionEnd + 1, length), statusEnd);
        if (statusEnd - versionEnd != 4 || status < 100 || statusEnd == length) {
            throw HttpException.badRequest("a first line that is not \"VERSION STATUS REASON\"");
        }
        for (int i = statusEnd; i < length; i++) {
            if (!Syntax.isText(line.at(i))) {
                throw HttpException.badRequest("a reason phrase with a control character");
            }
        }
    }

    @Override
    boolean endHead() throws HttpException {
        fields.checkFraming(minorVersion);
        if (status < 200) {
            return false;
        }
        if (status == 204 || status == 304) {
            body.beginFixed(0);
        } else if (fields.isChunked()) {
            body.beginChunked();
        } else if (fields.contentLength() != Fields.NO_LENGTH) {
            body.beginFixed(fields.contentLength());
        } else {
            body.beginUntilClose();
        }
        endsConnection = body.endsWithConnection() || !fields.keepsAlive(minorVersion);
        return true;
    }

    /**
     * Its status code.
     *
     * @return 200 to 999
     */
    public int status() {
        return status;
    }

    /**
     * Where it sends the client.
     *
     * @return the value of {@code Location}; empty when it has none
     */
    public String location() {
        return fields.location();
    }

    /**
     * Whether another request may follow on the same connection.
     *
     * @return false when the server said that it closes, or can end its response only by that
     */
    public boolean keepsAlive() {
        return !endsConnection;
    }
}
