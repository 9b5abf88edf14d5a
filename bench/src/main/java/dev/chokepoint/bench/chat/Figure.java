package dev.chokepoint.bench.chat;

/** What a run measures. */
enum Figure {
    /** Deliveries a second, flat out. */
    DELIVERIES,
    /** The server's CPU time for a delivery, flat out, in ns. */
    CPU,
    /** How many cores the server used, flat out. */
    SERVER_BUSY,
    /** How many the client used. */
    CLIENT_BUSY,
    /** Seconds until all had joined the room and every notice of it had arrived. */
    JOIN,
    /** The server's CPU time for that, in s. */
    JOIN_CPU,
    /** Median of a delivery's latency at the fixed rate, in ms. */
    P50,
    /** Its 99th percentile, in ms. */
    P99,
    /** The 99th percentile of how late the client said something, in ms. */
    SEND_LAG,
    /** What the server keeps in memory with idle connections, in MB. */
    MEMORY
}
