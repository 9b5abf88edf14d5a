package dev.chokepoint.programs.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What a {@link RequestParser} makes of a stream, as text, whatever pieces it comes in. */
final class Requests {
    private final RequestParser parser;
    private final List<String> events = new ArrayList<>();
    private boolean refused;

    private Requests(HttpLimits limits) {
        parser = new RequestParser(limits);
    }

    /** All events but {@code 100 Continue}, which depends on the pieces; at the end whether a request is begun. */
    static List<String> read(HttpLimits limits, byte[] stream, int... cuts) {
        Requests requests = new Requests(limits);
        int from = 0;
        for (int cut : cuts) {
            requests.feed(ByteBuffer.wrap(stream, from, cut - from));
            from = cut;
        }
        requests.feed(ByteBuffer.wrap(stream, from, stream.length - from));
        if (!requests.refused) {
            requests.events.add(requests.parser.isIdle() ? "idle" : "partial");
        }
        return requests.events;
    }

    static List<String> read(String stream, int... cuts) {
        return read(HttpLimits.DEFAULT, stream.getBytes(ISO_8859_1), cuts);
    }

    private void feed(ByteBuffer piece) {
        try {
            while (!refused && piece.hasRemaining()) {
                if (parser.parse(piece) == RequestParser.Event.REQUEST) {
                    events.add(describe());
                }
            }
        } catch (HttpException e) {
            refused = true;
            events.add(e.status() + " " + e.getMessage());
        }
    }

    private String describe() {
        ByteBuffer id = ByteBuffer.allocate(parser.idLength());
        if (parser.idLength() > 0) {
            parser.copyId(id);
        }
        return parser.method() + (parser.isHttp10() ? " 1.0" : "") + (parser.keepsAlive() ? " keep" : " close") + " id="
                + new String(id.array(), ISO_8859_1) + "/" + parser.idNumber();
    }

    /** One cut after every byte. */
    static int[] everywhere(int length) {
        int[] cuts = new int[length];
        for (int i = 0; i < length; i++) {
            cuts[i] = i;
        }
        return cuts;
    }
}
