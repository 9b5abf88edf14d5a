package dev.chokepoint.programs.ask;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.chokepoint.programs.ask.AskDatagram.Kind;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: what is read as a datagram of ours has exactly the head that we would write. */
class AskDatagramFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void shouldReadNothingButWhatCouldHaveBeenWritten(FuzzedDataProvider data) {
        Kind kind = data.pickValue(Kind.values());
        byte[] bytes = data.consumeRemainingAsBytes();
        ByteBuffer datagram = ByteBuffer.allocate(bytes.length + 3).position(3).put(3, bytes);

        long number = AskDatagram.number(kind, datagram);

        if (number == AskDatagram.BAD) {
            assertThat(isHead(kind, bytes)).isFalse();
        } else {
            ByteBuffer again = AskDatagram.template(kind, AskDatagram.HEAD_BYTES);
            AskDatagram.write(again, AskDatagram.client(datagram), number);
            byte[] head = new byte[AskDatagram.HEAD_BYTES];
            again.get(head);
            assertThat(Arrays.copyOf(bytes, AskDatagram.HEAD_BYTES)).isEqualTo(head);
        }
        assertThat(datagram.position()).isEqualTo(3);
    }

    /** Said once more, another way: the magic word, and a number that is not negative. */
    private static boolean isHead(Kind kind, byte[] bytes) {
        byte last = (byte) (kind == Kind.REQUEST ? '?' : '!');
        return bytes.length >= 16
                && Arrays.equals(Arrays.copyOf(bytes, 4), new byte[] {'A', 'S', 'K', last})
                && bytes[8] >= 0;
    }

    @Test
    void shouldReadBackWhatItWrites() {
        ByteBuffer answer = AskDatagram.template(Kind.ANSWER, 1_000);

        AskDatagram.write(answer, 7, Long.MAX_VALUE);

        assertThat(answer.remaining()).isEqualTo(1_000);
        assertThat(AskDatagram.number(Kind.ANSWER, answer)).isEqualTo(Long.MAX_VALUE);
        assertThat(AskDatagram.client(answer)).isEqualTo(7);
        assertThat(AskDatagram.number(Kind.REQUEST, answer)).isEqualTo(AskDatagram.BAD);
    }
}
