package dev.chokepoint.host.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chokepoint.host.codec.LineCodec.Ending;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineCodecTest {
    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldGiveTextBackAfterEncodingIt() throws FramingException {
        Codec<String> lines = new LineCodec(64).text();
        Decoder<String> decoder = lines.decoder();

        ByteBuffer wire = lines.encode("grüße").view();

        assertThat(decoder.decode(wire)).isTrue();
        assertThat(decoder.message()).isEqualTo("grüße");
        assertThat(decoder.decode(wire)).isFalse();
    }

    @Test
    void shouldEndLinesAsTold() {
        assertThat(new LineCodec(9).encode(bytes("a")).view()).isEqualTo(bytes("a\r\n"));
        assertThat(new LineCodec(9, Ending.LF).encode(bytes("a")).view()).isEqualTo(bytes("a\n"));
    }

    @Test
    void shouldWriteSeveralLinesBehindEachOther() {
        Codec<String> lines = new LineCodec(9, Ending.LF).text();
        ByteBuffer out = ByteBuffer.allocate(16);

        lines.encode("a", out);
        lines.encode("", out);
        lines.encode("bc", out);

        assertThat(out.flip()).isEqualTo(bytes("a\n\nbc\n"));
    }

    @Test
    void shouldRefuseToEncodeWhatItCouldNotDecode() {
        Codec<String> lines = new LineCodec(4).text();

        assertThatThrownBy(() -> lines.encode("a\nb")).hasMessageContaining("LF at byte 1");
        assertThatThrownBy(() -> lines.encode("a\r")).hasMessageContaining("ends with a CR");
        assertThatThrownBy(() -> lines.encode("12345")).hasMessageContaining("5 B: the limit is 4 B");
        assertThatThrownBy(() -> new LineCodec(0)).hasMessageContaining("limitBytes is 0");
    }

    @Test
    void shouldLeaveTheMessageAsItWasWhenEncodingIt() {
        ByteBuffer message = bytes("xhellox").position(1).limit(6);

        assertThat(new LineCodec(9).encode(message).view()).isEqualTo(bytes("hello\r\n"));
        assertThat(message.remaining()).isEqualTo(5);
    }

    @Test
    void shouldReportAnOverlongLineBeforeItsEndHasCome() throws FramingException {
        Decoder<ByteBuffer> decoder = new LineCodec(4).decoder();
        ByteBuffer head = bytes("ab\n12345");

        assertThat(decoder.decode(head)).isTrue();
        assertThatThrownBy(() -> decoder.decode(head)).isInstanceOfSatisfying(FramingException.class, e -> {
            assertThat(e.what()).isEqualTo(FramingException.What.TOO_LONG);
            assertThat(e.offsetBytes()).isEqualTo(7);
            assertThat(e.limitBytes()).isEqualTo(4);
        });
        assertThat(decoder.decode(bytes("67890"))).isFalse();
        assertThat(decoder.decode(bytes("1\nnext\n"))).isTrue();
        assertThat(Decoding.text(decoder.message())).isEqualTo("<next>");
    }

    @Test
    void shouldHoldNoMoreThanItsLimitAndACarriageReturn() throws FramingException {
        Decoder<ByteBuffer> decoder = new LineCodec(1000).decoder();

        assertThat(decoder.decode(bytes("x".repeat(600)))).isFalse();
        assertThat(decoder.decode(bytes("x".repeat(400) + "\r"))).isFalse();
        assertThat(decoder.heldBytes()).isEqualTo(1001);
        assertThat(decoder.decode(bytes("\n"))).isTrue();
        assertThat(decoder.message().remaining()).isEqualTo(1000);
    }

    @Test
    void shouldHaveNoMessageWhenNoneWasFound() {
        assertThatThrownBy(() -> new LineCodec(4).decoder().message()).isInstanceOf(IllegalStateException.class);
    }
}
