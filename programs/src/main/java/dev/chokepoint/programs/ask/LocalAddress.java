package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Host;
import java.util.List;

/** Picks the address to connect from. */
final class LocalAddress {
    private LocalAddress() {}

    /** The host's addresses of the server's family, or its first; not copied where all are, for there may be a million. */
    static List<Address> allTowards(Host host, Address server) {
        List<Address> all = host.addresses();
        if (all.stream().allMatch(address -> address.family() == server.family())) {
            return all;
        }
        return List.of(towards(host, server));
    }

    /** The host's first address of the server's family, or its first. */
    static Address towards(Host host, Address server) {
        return host.addresses().stream()
                .filter(address -> address.family() == server.family())
                .findFirst()
                .orElse(host.addresses().getFirst());
    }
}
