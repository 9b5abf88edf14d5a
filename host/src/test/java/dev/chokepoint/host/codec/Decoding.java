package dev.chokepoint.host.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Feeds a stream to a decoder in pieces and writes down, as text, everything it answers. */
final class Decoding {
    private final Decoder<ByteBuffer> decoder;
    private final boolean resumes; // whether the decoder can go on after an error
    private final List<String> events = new ArrayList<>();

    private Decoding(Codec<ByteBuffer> codec) {
        decoder = codec.decoder();
        resumes = codec instanceof LineCodec;
    }

    /** The messages and errors of a stream that is cut before each of the given offsets (rising) and then ends. */
    static List<String> events(Codec<ByteBuffer> codec, byte[] stream, int... cuts) {
        Decoding decoding = new Decoding(codec);
        decoding.read(stream, cuts);
        return decoding.events;
    }

    static String text(ByteBuffer bytes) {
        return "<" + StandardCharsets.ISO_8859_1.decode(bytes.duplicate()) + ">";
    }

    private void read(byte[] stream, int... cuts) {
        int from = 0;
        boolean more = true;
        for (int i = 0; i <= cuts.length && more; i++) {
            int to = i < cuts.length ? cuts[i] : stream.length;
            more = feed(ByteBuffer.wrap(stream, from, to - from));
            from = to;
        }
        if (more) {
            end();
        }
    }

    private boolean feed(ByteBuffer piece) {
        while (true) {
            try {
                if (!decoder.decode(piece)) {
                    return true;
                }
                events.add(text(decoder.message()));
            } catch (FramingException e) {
                events.add(e.getMessage());
                if (!resumes) {
                    return false;
                }
            }
        }
    }

    private void end() {
        try {
            decoder.end();
        } catch (FramingException e) {
            events.add(e.getMessage());
        }
    }
}
