package dev.chokepoint.host;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Objects;

/** Where a socket is: an internet address with a port, or a path. */
public sealed interface Address {
    /** The address families that programs can tell apart. */
    enum Family {
        /** IPv4. */
        IPV4,
        /** IPv6. */
        IPV6,
        /** Unix-domain. */
        UNIX
    }

    /**
     * The address family.
     *
     * @return never null
     */
    Family family();

    /**
     * An IPv4 or IPv6 address with a port.
     *
     * @param ip the address, without a host name
     * @param port 0 to 65535; 0 means none yet
     */
    record Inet(InetAddress ip, int port) implements Address {
        /** Checks the port. */
        public Inet {
            Objects.requireNonNull(ip, "ip");
            if (port < 0 || port > 65535) {
                throw new IllegalArgumentException("port " + port + ": must be 0 to 65535");
            }
        }

        /**
         * The same address with another port.
         *
         * @param other the port
         * @return the copy
         */
        public Inet withPort(int other) {
            return new Inet(ip, other);
        }

        @Override
        public Family family() {
            return ip instanceof Inet4Address ? Family.IPV4 : Family.IPV6;
        }

        @Override
        public String toString() {
            String host = ip.getHostAddress();
            return (family() == Family.IPV6 ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * The path of a Unix-domain socket.
     *
     * @param path absolute or relative to the working directory; the kernel allows about 100 bytes
     */
    record UnixPath(String path) implements Address {
        /** Checks that there is a path. */
        public UnixPath {
            if (path.isEmpty()) {
                throw new IllegalArgumentException("unix: needs a path, such as unix:/tmp/ask.sock");
            }
        }

        @Override
        public Family family() {
            return Family.UNIX;
        }

        @Override
        public String toString() {
            return "unix:" + path;
        }
    }

    /**
     * An address from its literal parts; never asks a resolver.
     *
     * @param literal such as {@code 127.0.0.1} or {@code ::1}
     * @param port 0 to 65535
     * @return the address
     * @throws IllegalArgumentException {@code literal} is not a literal address
     */
    static Inet inet(String literal, int port) {
        return new Inet(InetAddress.ofLiteral(literal), port);
    }

    /**
     * Reads {@code 127.0.0.1:7000}, {@code [::1]:7000} or {@code unix:/tmp/ask.sock}.
     *
     * @param text as an address prints itself
     * @return the address
     * @throws IllegalArgumentException with what is allowed
     */
    static Address parse(String text) {
        if (text.startsWith("unix:")) {
            return new UnixPath(text.substring("unix:".length()));
        }
        int colon = text.lastIndexOf(':');
        try {
            String host = text.substring(0, colon);
            boolean bracketed = host.startsWith("[") && host.endsWith("]");
            if (bracketed == host.contains(":")) {
                String literal = bracketed ? host.substring(1, host.length() - 1) : host;
                return inet(literal, Integer.parseInt(text.substring(colon + 1)));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // falls through to the one message below
        }
        throw new IllegalArgumentException(
                "\"" + text + "\" is not an address: write 127.0.0.1:7000, [::1]:7000 or unix:/tmp/ask.sock");
    }
}
