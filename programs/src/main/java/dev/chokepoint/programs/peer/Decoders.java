package dev.chokepoint.programs.peer;

import dev.chokepoint.host.codec.Codec;
import dev.chokepoint.host.codec.Decoder;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Decoders for streams of which very few have a part of a message at any moment. Lane thread only.
 *
 * @param <M> what a message is
 */
public final class Decoders<M> {
    private final Codec<M> codec;
    private final Deque<Decoder<M>> spare = new ArrayDeque<>();

    /**
     * None yet.
     *
     * @param codec whose decoders
     */
    public Decoders(Codec<M> codec) {
        this.codec = codec;
    }

    /**
     * A decoder at the beginning of a message.
     *
     * @return one that nobody else has
     */
    public Decoder<M> lend() {
        return spare.isEmpty() ? codec.decoder() : spare.pop();
    }

    /**
     * Takes back one that holds nothing.
     *
     * @param decoder between two messages
     */
    public void giveBack(Decoder<M> decoder) {
        spare.push(decoder);
    }
}
