package dev.chokepoint.host.codec;

import dev.chokepoint.host.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Messages of UTF-8 text in the frames of another codec. */
record TextCodec(Codec<ByteBuffer> frames) implements Codec<String> {
    @Override
    public Decoder<String> decoder() {
        return new TextDecoder(frames.decoder());
    }

    @Override
    public Payload encode(String message) {
        return frames.encode(ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void encode(String message, ByteBuffer out) {
        frames.encode(ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8)), out);
    }

    private record TextDecoder(Decoder<ByteBuffer> frames) implements Decoder<String> {
        @Override
        public boolean decode(ByteBuffer bytes) throws FramingException {
            return frames.decode(bytes);
        }

        @Override
        public String message() {
            return StandardCharsets.UTF_8.decode(frames.message().duplicate()).toString();
        }

        @Override
        public void end() throws FramingException {
            frames.end();
        }

        @Override
        public int heldBytes() {
            return frames.heldBytes();
        }
    }
}
