package dev.chokepoint.programs.ask;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.chokepoint.host.Payload;
import dev.chokepoint.programs.http.HttpException;
import dev.chokepoint.programs.http.RequestParser;
import java.nio.ByteBuffer;

/** Writes what one lane of a server responds with. */
interface Replies {
    /** The name of the field that is echoed. */
    byte[] REQUEST_ID = "\r\nRequest-Id: ".getBytes(US_ASCII);

    /** The response up to its chunks; valid until the next call. */
    ByteBuffer write(RequestParser request);

    /** How many times {@link #chunk()} completes the response written last. */
    long chunks();

    /** What completes a response. */
    Payload chunk();

    /** The response to a request that is refused, after which the connection closes. */
    ByteBuffer refusal(HttpException problem);

    /** Writes the fields that depend on the request: its number, and what becomes of the connection. */
    static void putFields(ByteBuffer buffer, RequestParser request) {
        if (request.idLength() > 0) {
            buffer.put(REQUEST_ID);
            request.copyId(buffer);
        }
        if (!request.keepsAlive()) {
            buffer.put("\r\nConnection: close".getBytes(US_ASCII));
        } else if (request.isHttp10()) {
            buffer.put("\r\nConnection: keep-alive".getBytes(US_ASCII));
        }
    }

    /** A refusal in plain text. */
    static ByteBuffer refusal(HttpException problem, HttpDate date) {
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
