package dev.chokepoint.host.codec;

import java.io.Serial;

/**
 * The bytes of a stream break the framing that its codec expects: the peer's fault. Has no stack trace, so that a hostile
 * peer costs little.
 */
public final class FramingException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    /** The ways to break a frame. */
    public enum What {
        /** A message is longer than the limit. */
        TOO_LONG,
        /** A length is below zero. */
        NEGATIVE_LENGTH,
        /** The stream ended inside a message. */
        TRUNCATED
    }

    private final What what;
    private final long offsetBytes;
    private final int limitBytes;

    FramingException(What what, String detail, long offsetBytes, int limitBytes) {
        super(
                detail + " at byte " + offsetBytes + " of the stream: the limit is " + limitBytes + " B",
                null,
                false,
                false);
        this.what = what;
        this.offsetBytes = offsetBytes;
        this.limitBytes = limitBytes;
    }

    /**
     * What is wrong.
     *
     * @return never null
     */
    public What what() {
        return what;
    }

    /**
     * Where it went wrong.
     *
     * @return the first byte of the stream that breaks the rule, counted from 0; for {@link What#TRUNCATED} the stream's
     *     length
     */
    public long offsetBytes() {
        return offsetBytes;
    }

    /**
     * The codec's limit.
     *
     * @return the longest message allowed, in bytes
     */
    public int limitBytes() {
        return limitBytes;
    }
}
