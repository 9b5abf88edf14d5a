package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Payload;
import dev.chokepoint.host.StreamOptions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A body of any length: a lead that is copied behind the message's head, then any number of equal chunks that all
 * connections share. A chunk never lifts a writable connection past its send limit.
 */
final class SharedBody {
    /** A lead is at least this long when there are chunks, so that its text is whole. */
    private static final int LEAD_BYTES_MIN = 128;

    private static final int LINE_BYTES = 64;
    private static final int CHUNK_BYTES_MAX = 16 << 10;
    /** The longest head, with the longest text, that goes out together with a lead. */
    private static final int HEAD_BYTES_MAX = 512;

    private final byte[] lead;
    private final Payload chunk;

    /** The body begins with {@code text}; lines of dots follow. */
    SharedBody(String text, StreamOptions stream) {
        int room = stream.sendLimitBytes() - stream.highMarkBytes() - HEAD_BYTES_MAX - LEAD_BYTES_MIN;
        byte[] dots = dots(Math.min(CHUNK_BYTES_MAX, room / LINE_BYTES * LINE_BYTES));
        chunk = Payload.of(ByteBuffer.wrap(dots));
        byte[] first = text.getBytes(StandardCharsets.US_ASCII);
        lead = new byte[LEAD_BYTES_MIN + dots.length];
        System.arraycopy(dots(lead.length), 0, lead, 0, lead.length);
        System.arraycopy(first, 0, lead, 0, Math.min(first.length, LEAD_BYTES_MIN));
    }

    static void requireRoom(StreamOptions stream) {
        if (stream.sendLimitBytes() - stream.highMarkBytes() < AskServerConfig.SEND_ROOM_BYTES) {
            throw new IllegalArgumentException("a send limit of " + stream.sendLimitBytes() + " B with a high mark of "
                    + stream.highMarkBytes() + " B: must be at least " + AskServerConfig.SEND_ROOM_BYTES
                    + " B above it, to hold a head and part of a body");
        }
    }

    private static byte[] dots(int length) {
        byte[] dots = new byte[length];
        for (int i = 0; i < length; i++) {
            dots[i] = (byte) (i % LINE_BYTES == LINE_BYTES - 1 ? '\n' : '.');
        }
        return dots;
    }

    Payload chunk() {
        return chunk;
    }

    /** How many chunks a body of this length ends with. */
    long chunks(long bodyBytes) {
        return Math.max(0, bodyBytes - LEAD_BYTES_MIN) / chunk.length();
    }

    /** Writes the body's part before the chunks, ending its last line. */
    void putLead(ByteBuffer target, long bodyBytes) {
        int length = (int) (bodyBytes - chunks(bodyBytes) * chunk.length());
        target.put(lead, 0, length);
        if (length > 0) {
            target.put(target.position() - 1, (byte) '\n');
        }
    }

    /** The room that a head and any lead need together. */
    int bufferBytes() {
        return HEAD_BYTES_MAX + lead.length;
    }
}
