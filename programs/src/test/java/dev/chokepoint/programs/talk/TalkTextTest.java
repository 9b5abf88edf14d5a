package dev.chokepoint.programs.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TalkTextTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 255, 1_000_000_007, Long.MAX_VALUE})
    void shouldFindTheNumberThatItWrote(long number) {
        ByteBuffer bytes = ByteBuffer.allocate(100);
        bytes.position(3);
        TalkText.put(number, 64, bytes);
        assertThat(bytes.position()).isEqualTo(67);
        assertThat(TalkText.number(bytes, 3, 67)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "~12",
                "~00000000000000g1",
                "0000000000000001",
                "~ffffffffffffffff",
                "~000000000000000"
            })
    void shouldFindNoneInOtherTexts(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(TalkText.number(ByteBuffer.wrap(bytes), 0, bytes.length)).isEqualTo(TalkText.NONE);
    }

    @Test
    void shouldPutThoseLeftOverIntoTheLastRoom() {
        Rooms rooms = new Rooms(11, 3);
        assertThat(rooms.count()).isEqualTo(3);
        assertThat(rooms.roomOf(8)).isEqualTo(2);
        assertThat(rooms.roomOf(10)).isEqualTo(2);
        assertThat(rooms.membersOf(0)).isEqualTo(3);
        assertThat(rooms.membersOf(2)).isEqualTo(5);
    }
}
