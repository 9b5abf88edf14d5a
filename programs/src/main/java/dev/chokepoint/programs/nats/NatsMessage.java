package dev.chokepoint.programs.nats;

import java.nio.ByteBuffer;

/** A message that a {@link NatsClient} received. Valid only during the call that is given it; the next message reuses it. */
public interface NatsMessage {
    /**
     * What it was published under.
     *
     * @return a new text
     */
    String subject();

    /**
     * Where an answer is expected.
     *
     * @return a subject; empty when none is
     */
    String reply();

    /**
     * What it says.
     *
     * @return from position to limit, valid during the call; the same buffer for every message
     */
    ByteBuffer payload();
}
