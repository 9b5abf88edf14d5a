package dev.chokepoint.host.world;

/**
 * A full-duplex link between two hosts. All their connections share it.
 *
 * @param name what people call it; at most one link joins a pair of hosts, so it need not be unique
 * @param a one end's host name
 * @param b the other end's host name
 * @param ab what {@code a} sends goes through this
 * @param ba what {@code b} sends goes through this
 */
public record Link(String name, String a, String b, Direction ab, Direction ba) {
    /** A bandwidth that never makes anybody wait. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    /** Checks the ends. */
    public Link {
        if (a.equals(b)) {
            throw new IllegalArgumentException("link " + name + " joins " + a + " to itself: it needs two hosts");
        }
    }

    /**
     * The name of one direction as a resource.
     *
     * @param fromA whether it is the one from {@code a}
     * @return such as {@code access a->b}
     */
    public String directionName(boolean fromA) {
        return name + " " + (fromA ? a + "->" + b : b + "->" + a);
    }

    /**
     * One direction: a first-come-first-served queue, a transmitter, then a delay. What finds the queue full waits in its
     * sender's {@linkplain dev.chokepoint.host.Connection#unsentBytes() unsent bytes}. The order within a stream is kept.
     *
     * @param latencyNanos propagation delay, 0 or more
     * @param jitterNanos each piece's propagation takes up to this much longer, uniformly distributed; 0 or more
     * @param bitsPerSecond the rate of the transmitter, at least 1, or {@link Link#UNLIMITED}
     * @param queueBytes how many bytes may wait for the transmitter, at least 1
     */
    public record Direction(long latencyNanos, long jitterNanos, long bitsPerSecond, long queueBytes) {
        /** Checks the numbers. */
        public Direction {
            require(latencyNanos >= 0, "latency", latencyNanos, "ns", "0 or more");
            require(jitterNanos >= 0, "jitter", jitterNanos, "ns", "0 or more");
            require(bitsPerSecond >= 1, "bandwidth", bitsPerSecond, "bit/s", "at least 1; remove the link to cut it");
            require(queueBytes >= 1, "queue", queueBytes, "B", "at least 1");
        }

        private static void require(boolean holds, String name, long value, String unit, String allowed) {
            if (!holds) {
                throw new IllegalArgumentException(name + " " + value + " " + unit + ": must be " + allowed);
            }
        }

        /**
         * How long the transmitter is busy with so many bytes.
         *
         * @param bytes 0 or more, at most 2<sup>40</sup>
         * @return nanoseconds, rounded to the nearest
         */
        public long transmitNanos(long bytes) {
            if (bitsPerSecond == UNLIMITED) {
                return 0;
            }
            long bits = bytes * 8;
            long whole = bits / bitsPerSecond;
            long rest = bits % bitsPerSecond;
            return whole * 1_000_000_000L + StrictMath.round(rest * 1e9 / bitsPerSecond);
        }
    }
}
