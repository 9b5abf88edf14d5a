package dev.chokepoint.host;

/** What a datagram socket can learn about a datagram that came to nothing. */
public sealed interface DatagramError {
    /**
     * The peer's host says that nobody has that port (ICMP port unreachable; RFC 1122 section 4.1.3.3). Connected sockets only.
     *
     * @param to the peer's address
     */
    record PortUnreachable(Address to) implements DatagramError {}

    /**
     * There is no way to that address from here.
     *
     * @param to the destination
     */
    record Unreachable(Address to) implements DatagramError {}

    /**
     * Anything else, in the operating system's words.
     *
     * @param detail what was reported
     */
    record Failed(String detail) implements DatagramError {}
}
