package dev.chokepoint.sim.tcp;

import java.util.Objects;

/**
 * What a {@link TcpEnd} does; one instance serves any number of ends.
 *
 * @param control how the congestion window moves
 * @param hyStartDivisor {@link HyStart}'s fraction of the round trip: 1/this
 * @param proportional whether recovery sends at a proportional rate (RFC 6937), not by window inflation (RFC 6582)
 * @param sack whether it offers selective acknowledgements (RFC 2018)
 * @param timestamps whether it offers timestamps (RFC 7323)
 * @param nagle whether small segments wait (RFC 1122 section 4.2.3.4)
 * @param mssBytes the largest payload of a segment, options already deducted
 * @param receiveBufferBytes what it takes before its program reads
 * @param initialWindowSegments the first congestion window
 * @param delayedAckSegments full segments for each acknowledgement
 * @param delayedAckNanos how long an acknowledgement waits for them
 * @param initialRtoNanos how long the first SYN waits
 * @param minRtoNanos the shortest retransmission time-out
 */
public record TcpSettings(
        Control control,
        int hyStartDivisor,
        boolean proportional,
        boolean sack,
        boolean timestamps,
        boolean nagle,
        int mssBytes,
        int receiveBufferBytes,
        int initialWindowSegments,
        int delayedAckSegments,
        long delayedAckNanos,
        long initialRtoNanos,
        long minRtoNanos) {
    /** How the congestion window moves. */
    public enum Control {
        /** {@link NewReno}. */
        NEW_RENO,
        /** {@link Cubic}. */
        CUBIC
    }

    /** Checks what would make no sense. */
    public TcpSettings {
        Objects.requireNonNull(control, "control");
        if (mssBytes < 1 || receiveBufferBytes < 1 || initialWindowSegments < 1 || delayedAckSegments < 1) {
            throw new IllegalArgumentException("mssBytes " + mssBytes + ", receiveBufferBytes " + receiveBufferBytes
                    + ", initialWindowSegments " + initialWindowSegments + " and delayedAckSegments "
                    + delayedAckSegments + " must be at least 1");
        }
    }
}
