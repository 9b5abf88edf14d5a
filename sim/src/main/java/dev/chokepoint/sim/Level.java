package dev.chokepoint.sim;

/**
 * A number that changes over time, with its exact integral: with the changes {@code d} at times {@code t}, the integral up
 * to {@code T} is {@code sum(d) T - sum(d t)}, both kept as integers of 128 bits. Changes may be told late, but not after a
 * reading that should have seen them.
 */
final class Level {
    private long value;
    private long max;
    private long momentHigh;
    private long momentLow;

    /** Changes it by {@code delta} at {@code atNanos}. */
    void add(long delta, long atNanos) {
        value += delta;
        max = Math.max(max, value);
        long low = delta * atNanos;
        momentLow += low;
        momentHigh += Math.multiplyHigh(delta, atNanos) + (Long.compareUnsigned(momentLow, low) < 0 ? 1 : 0);
    }

    /** Sets it to {@code newValue} at {@code atNanos}. */
    void set(long newValue, long atNanos) {
        if (newValue != value) {
            add(newValue - value, atNanos);
        }
    }

    long value() {
        return value;
    }

    /** The most that it ever was. */
    long max() {
        return max;
    }

    /** The integral from time 0 to {@code untilNanos}, in value-nanoseconds. */
    double integral(long untilNanos) {
        long low = value * untilNanos;
        long high = Math.multiplyHigh(value, untilNanos) - momentHigh;
        if (Long.compareUnsigned(low, momentLow) < 0) {
            high--;
        }
        low -= momentLow;
        return high * 0x1.0p64 + (low >>> 1) * 2.0 + (low & 1);
    }
}
