package dev.chokepoint.programs.ask;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.chokepoint.host.Payload;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.http.Decimal;
import java.nio.ByteBuffer;

/**
 * Writes equal requests that differ in their {@code Request-Id} only. Up to {@value #GET_BYTES_MAX} bytes it is a GET with a
 * {@code Padding} field, as servers limit their heads; above that a POST with a body.
 */
final class RequestWriter {
    /** The largest GET. */
    static final int GET_BYTES_MAX = 4096;

    private final SharedBody body;
    private final ByteBuffer buffer;
    private final int idAt;
    private final long chunks;

    /**
     * A writer of requests.
     *
     * @param authority what the {@code Host} field says
     * @param target the path
     * @param requestBytes the whole request, at least {@link #minimumBytes}
     * @param stream the limits of the connections
     */
    RequestWriter(String authority, String target, long requestBytes, StreamOptions stream) {
        boolean post = requestBytes > GET_BYTES_MAX;
        byte[] head = head(post ? "POST" : "GET", authority, target);
        byte[] last = (post ? "Content-Length: " : "Padding: ").getBytes(US_ASCII);
        byte[] end = "\r\n\r\n".getBytes(US_ASCII);
        body = new SharedBody("Chokepoint ask: this request has " + requestBytes + " bytes.\n", stream);
        buffer = ByteBuffer.allocate(Math.max(GET_BYTES_MAX, head.length + body.bufferBytes()));
        idAt = head.length - "\r\n".length() - Decimal.MAX_DIGITS;
        buffer.put(head).put(last);
        long room = requestBytes - buffer.position() - end.length;
        long bodyBytes = post ? Decimal.putContentLength(buffer, room) : putPadding(room);
        buffer.put(end);
        body.putLead(buffer, bodyBytes);
        buffer.flip();
        chunks = body.chunks(bodyBytes);
    }

    private long putPadding(long bytes) {
        for (long i = 0; i < bytes; i++) {
            buffer.put((byte) '.');
        }
        return 0;
    }

    private static byte[] head(String method, String authority, String target) {
        String id = "0".repeat(Decimal.MAX_DIGITS);
        return (method + " " + target + " HTTP/1.1\r\nHost: " + authority + "\r\nRequest-Id: " + id + "\r\n")
                .getBytes(US_ASCII);
    }

    /** The shortest request to a target. */
    static int minimumBytes(String authority, String target) {
        return head("GET", authority, target).length + "Padding: \r\n\r\n".length();
    }

    /** The request up to its chunks; valid until the next call. */
    ByteBuffer write(long id) {
        Decimal.putAt(buffer, idAt, id, Decimal.MAX_DIGITS);
        return buffer.rewind();
    }

    /** As {@link #write}, with a {@code Request-Id} that is nobody's number. */
    ByteBuffer writeUnnumbered() {
        for (int i = idAt; i < idAt + Decimal.MAX_DIGITS; i++) {
            buffer.put(i, (byte) '-');
        }
        return buffer.rewind();
    }

    /** How many times {@link #chunk()} completes a request. */
    long chunks() {
        return chunks;
    }

    Payload chunk() {
        return body.chunk();
    }
}
