package dev.chokepoint.programs.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.chokepoint.host.Payload;
import java.nio.ByteBuffer;

/** Lines that get one more tag. */
final class Tagged {
    private Tagged() {}

    static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    /** The same line with {@code tag} before its other tags. */
    static Payload with(String tag, Payload line) {
        ByteBuffer bytes = line.view();
        byte[] first = utf8(tag);
        boolean tagged = bytes.get(0) == '@';
        ByteBuffer out = ByteBuffer.allocate(first.length + 2 + bytes.remaining());
        out.put((byte) '@').put(first).put((byte) (tagged ? ';' : ' '));
        out.put(tagged ? bytes.position(1) : bytes);
        return Payload.of(out.flip());
    }
}
