package dev.chokepoint.programs.ask;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.programs.http.Decimal;
import dev.chokepoint.programs.http.HttpException;
import dev.chokepoint.programs.http.RequestParser;
import java.nio.ByteBuffer;

/** Writes the responses of one lane, without an allocation for each. */
final class Answers {
    private static final byte[] BEGIN = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nDate: ".getBytes(US_ASCII);
    private static final byte[] REQUEST_ID = "\r\nRequest-Id: ".getBytes(US_ASCII);
    private static final byte[] CLOSE = "\r\nConnection: close".getBytes(US_ASCII);
    private static final byte[] KEEP_ALIVE = "\r\nConnection: keep-alive".getBytes(US_ASCII);
    private static final byte[] LENGTH = "\r\nContent-Length: ".getBytes(US_ASCII);
    private static final byte[] END = "\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] NOTHING = {};

    /** Asks the client for the body it keeps back. */
    static final Payload CONTINUE = Payload.of("HTTP/1.1 100 Continue\r\n\r\n");

    /** A head with a number as long as any and no body. */
    static final int MINIMUM_BYTES = BEGIN.length
            + HttpDate.BYTES
            + REQUEST_ID.length
            + Decimal.MAX_DIGITS
            + LENGTH.length
            + "0".length()
            + END.length;

    private final long responseBytes;
    private final SharedBody body;
    private final HttpDate date;
    private final ByteBuffer buffer;
    private long chunks;

    Answers(AskServerConfig config, Host host) {
        responseBytes = config.responseBytes();
        String text = "Chokepoint ask: this response has " + responseBytes + " bytes, head included.\n";
        body = new SharedBody(text, config.stream());
        date = new HttpDate(host);
        buffer = ByteBuffer.allocate(body.bufferBytes());
    }

    /** The response up to its chunks; valid until the next call. */
    ByteBuffer write(RequestParser request) {
        buffer.clear().put(BEGIN).put(date.now());
        if (request.idLength() > 0) {
            buffer.put(REQUEST_ID);
            request.copyId(buffer);
        }
        buffer.put(connectionField(request)).put(LENGTH);
        long room = responseBytes - buffer.position() - END.length;
        long bodyBytes = Decimal.putContentLength(buffer, Math.max(1, room));
        buffer.put(END);
        boolean headOnly = request.method() == RequestParser.Method.HEAD;
        chunks = headOnly ? 0 : body.chunks(bodyBytes);
        if (!headOnly) {
            body.putLead(buffer, bodyBytes);
        }
        return buffer.flip();
    }

    private static byte[] connectionField(RequestParser request) {
        if (!request.keepsAlive()) {
            return CLOSE;
        }
        return request.isHttp10() ? KEEP_ALIVE : NOTHING;
    }

    /** How many times {@link #chunk()} completes the response written last. */
    long chunks() {
        return chunks;
    }

    Payload chunk() {
        return body.chunk();
    }

    /** The response to a request that is refused, after which the connection closes. */
    ByteBuffer refusal(HttpException problem) {
        String text = problem.status() + " " + reason(problem.status()) + ": " + problem.getMessage() + ".\n";
        String head = "HTTP/1.1 " + problem.status() + " " + reason(problem.status())
                + "\r\nContent-Type: text/plain\r\nDate: " + new String(date.now(), US_ASCII)
                + "\r\nConnection: close\r\nContent-Length: " + text.length() + "\r\n\r\n";
        return ByteBuffer.wrap((head + text).getBytes(US_ASCII));
    }

    private static String reason(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 413 -> "Content Too Large";
            case 414 -> "URI Too Long";
            case 417 -> "Expectation Failed";
            case 431 -> "Request Header Fields Too Large";
            case 501 -> "Not Implemented";
            case 503 -> "Service Unavailable";
            case 505 -> "HTTP Version Not Supported";
            default -> "Refused";
        };
    }
}
