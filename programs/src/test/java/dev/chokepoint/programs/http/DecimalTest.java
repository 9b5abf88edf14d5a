package dev.chokepoint.programs.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class DecimalTest {
    @Test
    void shouldFillAnyRoomExactlyWithALengthAndItsBody() {
        for (long room = 1; room < 200_000; room++) {
            ByteBuffer target = ByteBuffer.allocate(20);
            long body = Decimal.putContentLength(target, room);
            String written = new String(target.array(), 0, target.position(), US_ASCII);

            assertThat(Long.parseLong(written.strip())).isEqualTo(body);
            assertThat(written.length() + body).as("room %d", room).isEqualTo(room);
        }
    }

    @Test
    void shouldFillTheLargestRoom() {
        ByteBuffer target = ByteBuffer.allocate(20);

        assertThat(Decimal.putContentLength(target, 1L << 40)).isEqualTo((1L << 40) - 13);
    }

    @Test
    void shouldWriteLeadingZeros() {
        ByteBuffer target = ByteBuffer.allocate(7);

        Decimal.putAt(target, 1, 42, 5);

        assertThat(target.array()).containsExactly(0, '0', '0', '0', '4', '2', 0);
    }

    @Test
    void shouldCountDigits() {
        assertThat(Decimal.digits(0)).isEqualTo(1);
        assertThat(Decimal.digits(9)).isEqualTo(1);
        assertThat(Decimal.digits(10)).isEqualTo(2);
        assertThat(Decimal.digits(Long.MAX_VALUE)).isEqualTo(Decimal.MAX_DIGITS);
    }
}
