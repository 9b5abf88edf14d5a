package dev.chokepoint.lab.topology;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Address.Family;
import java.nio.file.Path;
import java.util.List;

/** Which addresses the hosts of a run get, counted from 0. */
public sealed interface AddressPlan {
    /**
     * The addresses of one host.
     *
     * @param host its number
     * @return ports 0
     */
    List<Address> of(int host);

    /**
     * Where the server, host 0, should listen.
     *
     * @return with port 0 where the world picks one
     */
    Address server();

    /**
     * Every host has an address of its own, which nothing outside the simulation ever sees.
     *
     * @param family of the addresses
     */
    record Virtual(Family family) implements AddressPlan {
        private static final int PORT = 8080;

        @Override
        public List<Address> of(int host) {
            int number = host + 1;
            return List.of(
                    switch (family) {
                        case IPV4 -> Address.inet("10.0." + number / 250 + "." + (1 + number % 250), 0);
                        case IPV6 -> Address.inet("fd00::" + Integer.toHexString(number), 0);
                        case UNIX -> new Address.UnixPath("host-" + host);
                    });
        }

        @Override
        public Address server() {
            return switch (of(0).getFirst()) {
                case Address.Inet inet -> inet.withPort(PORT);
                case Address.UnixPath path -> path;
            };
        }
    }

    /**
     * Loopback addresses of this machine: on Linux an IPv4 address of its own for each host, elsewhere hosts differ by port.
     *
     * @param family of the addresses
     * @param salt 0 to 62,499, so that two runs at the same time don't meet
     * @param folder for Unix-domain sockets
     */
    record Loopback(Family family, int salt, Path folder) implements AddressPlan {
        @Override
        public List<Address> of(int host) {
            return List.of(
                    switch (family) {
                        case IPV4 -> Address.inet(ownIpv4() ? ipv4(host) : "127.0.0.1", 0);
                        case IPV6 -> Address.inet("::1", 0);
                        case UNIX ->
                            new Address.UnixPath(
                                    folder.resolve("host-" + host + ".sock").toString());
                    });
        }

        private String ipv4(int host) {
            return "127." + (1 + salt / 250) + "." + (1 + salt % 250) + "." + (1 + host % 250);
        }

        /** Linux answers on all of 127.0.0.0/8 without being told to. */
        private static boolean ownIpv4() {
            return System.getProperty("os.name").startsWith("Linux");
        }

        @Override
        public Address server() {
            return of(0).getFirst();
        }
    }

    /**
     * Whether hosts on this machine's loopback each have an address of their own.
     *
     * @param family of the addresses
     * @return false where they differ by port only
     */
    static boolean tellsHostsApart(Family family) {
        return family == Family.IPV4 && Loopback.ownIpv4();
    }
}
