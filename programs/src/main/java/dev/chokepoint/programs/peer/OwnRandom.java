package dev.chokepoint.programs.peer;

import dev.chokepoint.host.Host;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random numbers beside those of the lane, so that a talk comes at the same moments whatever carries it. */
public final class OwnRandom {
    private OwnRandom() {}

    /**
     * A generator that takes nothing from {@link Host#random()}.
     *
     * @param host whose secret bytes seed it
     * @return a new one
     */
    public static RandomGenerator of(Host host) {
        byte[] seed = new byte[Long.BYTES];
        host.secret(seed);
        return new SplittableRandom(ByteBuffer.wrap(seed).getLong());
    }
}
