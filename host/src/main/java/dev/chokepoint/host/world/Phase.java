package dev.chokepoint.host.world;

/**
 * What can happen to a message at one place. A message is in exactly one phase at any moment between its intended time and
 * its delivery, so the phases of one message sum to its latency:
 *
 * <pre>
 * message
 * ├─ SOURCE   at a host: intended, but its program has not begun to work on it
 * ├─ CPU      at a host: the program works on it, until its sends leave the lane
 * ├─ HELD     at a host: the program has it and will act on it in a later callback
 * ├─ WINDOW   at a host: accepted by send, kept back (connection opening, window or link queue full)
 * ├─ QUEUE    in a link direction: waits for the transmitter
 * ├─ TRANSMIT in a link direction: its bytes are being clocked out
 * ├─ TRAVEL   in a link direction: propagation and jitter
 * ├─ RECOVERY in a link direction: dropped there, and not yet sent again and arrived;
 * │           at a host: arrived, but the stream's bytes before it have not
 * └─ INBOX    at a host: arrived, but the program has not begun to work on it (over real sockets this
 *             includes the kernel's own way between the two processes)
 * </pre>
 */
public enum Phase {
    /** Intended, not begun. */
    SOURCE,
    /** A program works on it. */
    CPU,
    /** A program keeps it for later. */
    HELD,
    /** Sent by the program, kept back by the connection. */
    WINDOW,
    /** Waits for a link's transmitter. */
    QUEUE,
    /** Is being clocked out. */
    TRANSMIT,
    /** Propagates. */
    TRAVEL,
    /** Lost, or arrived behind what was lost. */
    RECOVERY,
    /** Arrived, waits for its program. */
    INBOX
}
