package dev.chokepoint.programs.nats;

import dev.chokepoint.programs.talk.TalkText;
import java.nio.ByteBuffer;

/** Finds the number of the message that a payload tells of: anywhere in it, as whoever published it puts its own words before. */
final class Numbered {
    static final long NONE = TalkText.NONE;

    private Numbered() {}

    /** The first number in the bytes, or {@link #NONE}. */
    static long find(ByteBuffer bytes, int start, int end) {
        for (int i = start; i <= end - TalkText.MIN_BYTES; i++) {
            if (bytes.get(i) == TalkText.MARK) {
                long number = TalkText.number(bytes, i, end);
                if (number != NONE) {
                    return number;
                }
            }
        }
        return NONE;
    }
}
