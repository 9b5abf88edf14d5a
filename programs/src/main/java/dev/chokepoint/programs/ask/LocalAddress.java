package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Host;

/** Picks the address to connect from. */
final class LocalAddress {
    private LocalAddress() {}

    /** The host's first address of the server's family, or its first. */
    static Address towards(Host host, Address server) {
        return host.addresses().stream()
                .filter(address -> address.family() == server.family())
                .findFirst()
                .orElse(host.addresses().getFirst());
    }
}
