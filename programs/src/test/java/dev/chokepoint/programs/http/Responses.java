package dev.chokepoint.programs.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What a {@link ResponseParser} makes of a stream that then ends, as text, whatever pieces it comes in. */
final class Responses {
    private final ResponseParser parser;
    private final List<String> events = new ArrayList<>();
    private boolean refused;

    private Responses(HttpLimits limits) {
        parser = new ResponseParser(limits);
    }

    static List<String> read(HttpLimits limits, byte[] stream, int... cuts) {
        Responses responses = new Responses(limits);
        int from = 0;
        for (int cut : cuts) {
            responses.feed(ByteBuffer.wrap(stream, from, cut - from));
            from = cut;
        }
        responses.feed(ByteBuffer.wrap(stream, from, stream.length - from));
        responses.end();
        return responses.events;
    }

    static List<String> read(String stream, int... cuts) {
        return read(HttpLimits.DEFAULT, stream.getBytes(ISO_8859_1), cuts);
    }

    private void feed(ByteBuffer piece) {
        try {
            while (!refused && piece.hasRemaining()) {
                if (parser.parse(piece)) {
                    events.add(describe());
                }
            }
        } catch (HttpException e) {
            refused = true;
            events.add("refused: " + e.getMessage());
        }
    }

    private void end() {
        if (refused) {
            return;
        }
        if (parser.parseEnd()) {
            events.add(describe());
        } else {
            events.add(parser.isIdle() ? "idle" : "partial");
        }
    }

    private String describe() {
        return parser.status() + (parser.keepsAlive() ? " keep" : " close") + " id=" + parser.idNumber();
    }
}
