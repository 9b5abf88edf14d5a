package dev.chokepoint.programs.nats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What a {@link NatsParser} makes of a stream, as text, whatever pieces it comes in. */
final class Operations {
    static final int LINE_MOST = 40;
    static final int PAYLOAD_MOST = 300;

    private final NatsParser parser = new NatsParser(LINE_MOST, PAYLOAD_MOST);
    private final List<String> events = new ArrayList<>();
    private boolean refused;

    private Operations() {}

    static List<String> read(byte[] stream, int... cuts) {
        Operations operations = new Operations();
        int from = 0;
        for (int cut : cuts) {
            operations.feed(stream, from, cut);
            from = cut;
        }
        operations.feed(stream, from, stream.length);
        return operations.events;
    }

    static List<String> read(String stream, int... cuts) {
        return read(stream.getBytes(ISO_8859_1), cuts);
    }

    /** Each piece in a buffer of its own that is spoilt afterwards, as what was read must not be looked at again. */
    private void feed(byte[] stream, int from, int to) {
        ByteBuffer piece = ByteBuffer.allocateDirect(to - from);
        piece.put(stream, from, to - from).flip();
        try {
            while (!refused && parser.parse(piece)) {
                events.add(describe());
            }
        } catch (NatsException e) {
            refused = true;
            events.add(e.getMessage());
        }
        for (int i = 0; i < piece.capacity(); i++) {
            piece.put(i, (byte) 'X');
        }
    }

    private String describe() {
        StringBuilder text = new StringBuilder(parser.op().name());
        for (int i = 0; i < parser.arguments(); i++) {
            text.append(' ').append(parser.text(i));
        }
        if (parser.op().hasPayload()) {
            byte[] payload = new byte[parser.payloadBytes()];
            parser.source().get(parser.payloadFrom(), payload);
            text.append(" [").append(new String(payload, ISO_8859_1)).insert(text.length(), "]");
        }
        return text.toString();
    }

    /** One cut after every {@code step} bytes. */
    static int[] steps(int length, int step) {
        int[] cuts = new int[length / step];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = i * step;
        }
        return cuts;
    }
}
