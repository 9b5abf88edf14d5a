package dev.chokepoint.programs.ask;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.programs.http.Decimal;
import dev.chokepoint.programs.http.HttpException;
import dev.chokepoint.programs.http.RequestParser;
import java.nio.ByteBuffer;
import java.util.List;

/** Writes the responses of a directory's lane. */
final class Redirects implements Replies {
    /** What a directory's targets and locations have before the number. */
    static final String THINGS = "/things/";

    private static final byte[] FOUND = "HTTP/1.1 307 Temporary Redirect\r\nDate: ".getBytes(US_ASCII);
    private static final byte[] NOT_FOUND = "HTTP/1.1 404 Not Found\r\nDate: ".getBytes(US_ASCII);
    private static final byte[] END = "\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);

    /** Of each server, up to the number. */
    private final byte[][] locations;

    private final HttpDate date;
    private final ByteBuffer buffer = ByteBuffer.allocate(1024);

    Redirects(List<Address> servers, Host host) {
        locations = new byte[servers.size()][];
        for (int i = 0; i < locations.length; i++) {
            locations[i] = ("\r\nLocation: http://" + servers.get(i) + THINGS).getBytes(US_ASCII);
        }
        date = new HttpDate(host);
    }

    @Override
    public ByteBuffer write(RequestParser request) {
        long thing = request.targetNumber();
        buffer.clear().put(thing < 0 ? NOT_FOUND : FOUND).put(date.now());
        if (thing >= 0) {
            buffer.put(locations[(int) (thing % locations.length)]);
            int digits = Decimal.digits(thing);
            Decimal.putAt(buffer, buffer.position(), thing, digits);
            buffer.position(buffer.position() + digits);
        }
        Replies.putFields(buffer, request);
        return buffer.put(END).flip();
    }

    @Override
    public long chunks() {
        return 0;
    }

    @Override
    public Payload chunk() {
        throw new IllegalStateException("redirects have no body");
    }

    @Override
    public ByteBuffer refusal(HttpException problem) {
        return Replies.refusal(problem, date);
    }
}
