package dev.chokepoint.lab.measure;

import java.io.Serializable;

/**
 * Messages counted over a time. Latencies are 0 when none was delivered.
 *
 * @param intended messages meant to leave in it
 * @param delivered messages delivered
 * @param failed messages that failed
 * @param latencySumNanos of the delivered ones
 * @param p50Nanos their median latency
 * @param p99Nanos their 99th percentile
 */
public record Counts(long intended, long delivered, long failed, long latencySumNanos, long p50Nanos, long p99Nanos)
        implements Serializable {}
