package dev.chokepoint.programs.http;

import java.nio.ByteBuffer;

/**
 * What a message's header fields say about its framing and its connection, and its {@code Request-Id}; all others are checked
 * and forgotten. A length that two servers could read in two ways is refused (RFC 9112 section 6.3).
 */
final class Fields {
    static final long NO_LENGTH = -1;
    private static final int ID_BYTES = 64;
    private static final int LOCATION_BYTES = 256;

    private final int headBytesMax;
    private int headBytes;
    private int hosts;
    private long contentLength;
    private boolean chunked;
    private boolean close;
    private boolean keepAlive;
    private boolean expectsContinue;
    /** Null until the first field of that name. */
    private byte[] id;

    private int idLength;
    private long idNumber;
    private String location = "";

    Fields(int headBytesMax) {
        this.headBytesMax = headBytesMax;
        reset();
    }

    void reset() {
        headBytes = 0;
        hosts = 0;
        contentLength = NO_LENGTH;
        chunked = false;
        close = false;
        keepAlive = false;
        expectsContinue = false;
        idLength = 0;
        idNumber = -1;
        location = "";
    }

    /** Checks one header line and takes in what it says. */
    void add(LineReader line) throws HttpException {
        int colon = nameEnd(line);
        int from = valueStart(line, colon);
        int to = Syntax.trimBlanks(line, from, line.length());
        switch (colon) {
            case 4 -> host(line, colon, from, to);
            case 6 -> expect(line, colon, from, to);
            case 8 -> location(line, colon, from, to);
            case 10 -> connectionOrId(line, colon, from, to);
            case 14 -> contentLength(line, colon, from, to);
            case 17 -> transferEncoding(line, colon, from, to);
            default -> {}
        }
    }

    /** Checks one trailer line and forgets it. */
    void addTrailer(LineReader line) throws HttpException {
        valueStart(line, nameEnd(line));
    }

    private int nameEnd(LineReader line) throws HttpException {
        int length = line.length();
        headBytes += length + 2;
        if (headBytes > headBytesMax) {
            throw new HttpException(431, "the header is longer than " + headBytesMax + " bytes");
        }
        int i = 0;
        while (i < length && Syntax.isToken(line.at(i))) {
            i++;
        }
        if (i == 0 || i == length || line.at(i) != ':') {
            throw HttpException.badRequest(nameProblem(line, i));
        }
        return i;
    }

    private static String nameProblem(LineReader line, int i) {
        if (i == line.length()) {
            return "a header line has no colon";
        }
        boolean blank = Syntax.isBlank(line.at(i));
        if (blank && i == 0) {
            return "a header line begins with white space (line folding is obsolete)";
        }
        return blank ? "white space before the colon of a header line" : "a header name with a character not allowed";
    }

    private static int valueStart(LineReader line, int colon) throws HttpException {
        for (int i = colon + 1; i < line.length(); i++) {
            if (!Syntax.isText(line.at(i))) {
                throw HttpException.badRequest("a header value with a control character");
            }
        }
        return Syntax.skipBlanks(line, colon + 1, line.length());
    }

    private void host(LineReader line, int name, int from, int to) throws HttpException {
        if (!Syntax.equalsIgnoreCase(line, 0, name, "host")) {
            return;
        }
        for (int i = from; i < to; i++) {
            int c = line.at(i);
            if (!Syntax.isVisible(c) || c == ',' || c == '/' || c == '@') {
                throw HttpException.badRequest("a Host that is not a host");
            }
        }
        hosts++;
    }

    private void location(LineReader line, int name, int from, int to) throws HttpException {
        if (!Syntax.equalsIgnoreCase(line, 0, name, "location")) {
            return;
        }
        if (!location.isEmpty() || to - from > LOCATION_BYTES) {
            throw HttpException.badRequest(
                    "Location must come once and have at most " + LOCATION_BYTES + " characters");
        }
        StringBuilder text = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            text.append((char) line.at(i));
        }
        location = text.toString();
    }

    private void expect(LineReader line, int name, int from, int to) throws HttpException {
        if (!Syntax.equalsIgnoreCase(line, 0, name, "expect")) {
            return;
        }
        if (!Syntax.equalsIgnoreCase(line, from, to, "100-continue")) {
            throw new HttpException(417, "an expectation other than 100-continue");
        }
        expectsContinue = true;
    }

    private void connectionOrId(LineReader line, int name, int from, int to) throws HttpException {
        if (Syntax.equalsIgnoreCase(line, 0, name, "connection")) {
            close |= Syntax.listHas(line, from, to, "close");
            keepAlive |= Syntax.listHas(line, from, to, "keep-alive");
        } else if (Syntax.equalsIgnoreCase(line, 0, name, "request-id")) {
            requestId(line, from, to);
        }
    }

    private void requestId(LineReader line, int from, int to) throws HttpException {
        int length = to - from;
        if (idLength > 0 || length == 0 || length > ID_BYTES) {
            throw HttpException.badRequest("Request-Id must come once and have 1 to " + ID_BYTES + " characters");
        }
        if (id == null) {
            id = new byte[ID_BYTES];
        }
        for (int i = 0; i < length; i++) {
            int c = line.at(from + i);
            if (!Syntax.isVisible(c)) {
                throw HttpException.badRequest("a Request-Id with a character other than visible ASCII");
            }
            id[i] = (byte) c;
        }
        idLength = length;
        idNumber = Syntax.decimal(line, from, to);
    }

    private void contentLength(LineReader line, int name, int from, int to) throws HttpException {
        if (!Syntax.equalsIgnoreCase(line, 0, name, "content-length")) {
            return;
        }
        if (contentLength != NO_LENGTH) {
            throw HttpException.badRequest("more than one Content-Length");
        }
        contentLength = Syntax.decimal(line, from, to);
        if (contentLength < 0) {
            throw HttpException.badRequest("a Content-Length that is not a number below 2^63");
        }
    }

    private void transferEncoding(LineReader line, int name, int from, int to) throws HttpException {
        if (!Syntax.equalsIgnoreCase(line, 0, name, "transfer-encoding")) {
            return;
        }
        if (chunked) {
            throw HttpException.badRequest("more than one Transfer-Encoding");
        }
        if (!Syntax.equalsIgnoreCase(line, from, to, "chunked")) {
            throw new HttpException(501, "a transfer coding other than chunked");
        }
        chunked = true;
    }

    /** Refuses what RFC 9112 section 6.1 calls a framing that may be an attack. */
    void checkFraming(int minorVersion) throws HttpException {
        if (chunked && contentLength != NO_LENGTH) {
            throw HttpException.badRequest("both Content-Length and Transfer-Encoding");
        }
        if (chunked && minorVersion == 0) {
            throw HttpException.badRequest("Transfer-Encoding in an HTTP/1.0 message");
        }
    }

    int hosts() {
        return hosts;
    }

    /** The body's announced length, or {@link #NO_LENGTH}. */
    long contentLength() {
        return contentLength;
    }

    boolean isChunked() {
        return chunked;
    }

    boolean expectsContinue() {
        return expectsContinue;
    }

    boolean keepsAlive(int minorVersion) {
        return !close && (minorVersion > 0 || keepAlive);
    }

    /** The length of {@code Request-Id}'s value; 0 when there is none. */
    int idLength() {
        return idLength;
    }

    /** The value of {@code Request-Id}, or -1 when it is not a number. */
    long idNumber() {
        return idNumber;
    }

    /** The value of {@code Location}, or nothing. */
    String location() {
        return location;
    }

    void copyId(ByteBuffer target) {
        target.put(id, 0, idLength);
    }
}
