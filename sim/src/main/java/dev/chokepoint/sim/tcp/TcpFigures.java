package dev.chokepoint.sim.tcp;

/**
 * How the sending half of an end stands.
 *
 * @param congestionWindowBytes the congestion window (RFC 5681 section 2)
 * @param thresholdBytes the slow start threshold; {@link Long#MAX_VALUE} before the first loss
 * @param pipeBytes what is believed to be in the network (RFC 6675 section 4)
 * @param smoothedRttNanos the smoothed round-trip time (RFC 6298); 0 before the first sample
 * @param retransmittedBytes sent more than once, so far
 */
public record TcpFigures(
        long congestionWindowBytes,
        long thresholdBytes,
        long pipeBytes,
        long smoothedRttNanos,
        long retransmittedBytes) {}
