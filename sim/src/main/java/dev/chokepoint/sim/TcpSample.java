package dev.chokepoint.sim;

import dev.chokepoint.host.Address;

/**
 * How one end of a TCP connection stands, after something happened to it.
 *
 * @param atNanos virtual time
 * @param local this end
 * @param remote the other
 * @param congestionWindowBytes the congestion window (RFC 5681 section 2)
 * @param thresholdBytes the slow start threshold; {@link Long#MAX_VALUE} before the first loss
 * @param inFlightBytes what it believes to be in the network (RFC 6675 section 4)
 * @param smoothedRttNanos the smoothed round-trip time (RFC 6298); 0 before the first sample
 * @param retransmittedBytes sent more than once, so far
 */
public record TcpSample(
        long atNanos,
        Address local,
        Address remote,
        long congestionWindowBytes,
        long thresholdBytes,
        long inFlightBytes,
        long smoothedRttNanos,
        long retransmittedBytes) {}
