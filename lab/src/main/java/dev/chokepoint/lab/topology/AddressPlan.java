package dev.chokepoint.lab.topology;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Address.Family;
import dev.chokepoint.host.world.AddressBlock;
import java.nio.file.Path;
import java.util.List;

/** Which addresses the hosts of a run get, counted from 0. */
public sealed interface AddressPlan {
    /**
     * An address.
     *
     * @param number from 0; equal numbers have equal addresses
     * @return port 0
     */
    Address of(int number);

    /**
     * Where a server should listen.
     *
     * @param number its address's number
     * @return with port 0 where the world picks one
     */
    Address server(int number);

    /**
     * Addresses with consecutive numbers.
     *
     * @param first the first one's number
     * @param count how many
     * @return so that a million of them take no memory where they are {@linkplain AddressBlock consecutive}
     */
    default List<Address> of(int first, int count) {
        return new Addresses(this, first, count);
    }

    /**
     * Every host has an address of its own, which nothing outside the simulation ever sees.
     *
     * @param family of the addresses
     */
    record Virtual(Family family) implements AddressPlan {
        private static final int PORT = 8080;

        @Override
        public Address of(int number) {
            int n = number + 1;
            return switch (family) {
                case IPV4 -> Address.inet("10." + (n >> 16) + "." + (n >> 8 & 0xff) + "." + (n & 0xff), 0);
                case IPV6 ->
                    Address.inet("fd00::" + Integer.toHexString(n >> 16) + ":" + Integer.toHexString(n & 0xffff), 0);
                case UNIX -> new Address.UnixPath("host-" + number);
            };
        }

        @Override
        public List<Address> of(int first, int count) {
            return of(first) instanceof Address.Inet inet && count > 1
                    ? AddressBlock.of(inet, count)
                    : AddressPlan.super.of(first, count);
        }

        @Override
        public Address server(int number) {
            return switch (of(number)) {
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
        public Address of(int number) {
            return switch (family) {
                case IPV4 -> Address.inet(ownIpv4() ? ipv4(number) : "127.0.0.1", 0);
                case IPV6 -> Address.inet("::1", 0);
                case UNIX ->
                    new Address.UnixPath(
                            folder.resolve("host-" + number + ".sock").toString());
            };
        }

        private String ipv4(int number) {
            return "127." + (1 + salt / 250) + "." + (1 + salt % 250) + "." + (1 + number % 250);
        }

        /** Linux answers on all of 127.0.0.0/8 without being told to. */
        private static boolean ownIpv4() {
            return System.getProperty("os.name").startsWith("Linux");
        }

        @Override
        public Address server(int number) {
            return of(number);
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
