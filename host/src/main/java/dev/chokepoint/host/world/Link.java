package dev.chokepoint.host.world;

/**
 * A full-duplex link between two hosts, a host and a router, or two routers. All traffic between them shares it.
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
     * One direction: a first-come-first-served queue, a transmitter, then a delay. What an ideal stream sends and finds the
     * queue full waits in its sender's {@linkplain dev.chokepoint.host.Connection#unsentBytes() unsent bytes}; a packet that
     * finds it full is dropped (drop-tail). The packet being transmitted does not count as queued. Jitter never reorders.
     *
     * @param latencyNanos propagation delay, 0 or more
     * @param jitterNanos each piece's propagation takes up to this much longer, uniformly distributed; 0 or more
     * @param bitsPerSecond the rate of the transmitter, at least 1, or {@link Link#UNLIMITED}
     * @param queueBytes how many bytes may wait for the transmitter, at least 1
     * @param packets how packets are treated besides
     */
    public record Direction(long latencyNanos, long jitterNanos, long bitsPerSecond, long queueBytes, Packets packets) {
        /**
         * A direction with {@link Packets#DEFAULT}.
         *
         * @param latencyNanos propagation delay
         * @param jitterNanos the most that is added to it
         * @param bitsPerSecond the rate
         * @param queueBytes how many bytes may wait
         */
        public Direction(long latencyNanos, long jitterNanos, long bitsPerSecond, long queueBytes) {
            this(latencyNanos, jitterNanos, bitsPerSecond, queueBytes, Packets.DEFAULT);
        }

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
         * A copy that treats packets in another way.
         *
         * @param other the new {@link #packets()}
         * @return the copy
         */
        public Direction with(Packets other) {
            return new Direction(latencyNanos, jitterNanos, bitsPerSecond, queueBytes, other);
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
