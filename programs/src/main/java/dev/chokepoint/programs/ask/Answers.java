package dev.chokepoint.programs.ask;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.programs.http.Decimal;
import dev.chokepoint.programs.http.HttpException;
import dev.chokepoint.programs.http.RequestParser;
import java.nio.ByteBuffer;

/** Writes the responses of one lane, without an allocation for each. */
final class Answers implements Replies {
    private static final byte[] BEGIN = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nDate: ".getBytes(US_ASCII);
    private static final byte[] LENGTH = "\r\nContent-Length: ".getBytes(US_ASCII);
    private static final byte[] END = "\r\n\r\n".getBytes(US_ASCII);

    /** Asks the client for the body it keeps back. */
    static final Payload CONTINUE = Payload.of("HTTP/1.1 100 Continue\r\n\r\n");

    /** A head with a number as long as any and no body. */
    static final int MINIMUM_BYTES = BEGIN.length
            + HttpDate.BYTES
            + Replies.REQUEST_ID.length
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

    @Override
    public ByteBuffer write(RequestParser request) {
        buffer.clear().put(BEGIN).put(date.now());
        Replies.putFields(buffer, request);
        buffer.put(LENGTH);
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

    @Override
    public long chunks() {
        return chunks;
    }

    @Override
    public Payload chunk() {
        return body.chunk();
    }

    @Override
    public ByteBuffer refusal(HttpException problem) {
        return Replies.refusal(problem, date);
    }
}
