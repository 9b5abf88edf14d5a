package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which hosts there are, in this process or another, and which links join them. Written before the first start. */
final class Topology {
    /** The place of a peer that is none of the world's hosts, or that can't be told from several. */
    static final String STRANGER = "peer";

    private final Map<String, HostSpec> hosts = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();

    synchronized void add(HostSpec spec) {
        if (hosts.putIfAbsent(spec.name(), spec) != null) {
            throw new IllegalArgumentException("host " + spec.name() + " exists already: give each its own name");
        }
    }

    synchronized void add(Link link) {
        host(link.a());
        host(link.b());
        if (link(link.a(), link.b()).isPresent()) {
            throw new IllegalArgumentException("link " + link.name() + ": " + link.a() + " and " + link.b()
                    + " are joined already; at most one link joins a pair");
        }
        links.add(link);
    }

    synchronized HostSpec host(String name) {
        HostSpec spec = hosts.get(name);
        if (spec == null) {
            throw new IllegalArgumentException(
                    "host " + name + " does not exist: add it first; known are " + String.join(", ", hosts.keySet()));
        }
        return spec;
    }

    synchronized List<Address> addresses(String name) {
        HostSpec spec = hosts.get(name);
        return spec == null ? List.of() : spec.addresses();
    }

    synchronized Optional<Link> link(String from, String to) {
        return links.stream()
                .filter(link -> joins(link, from, to) || joins(link, to, from))
                .findFirst();
    }

    private static boolean joins(Link link, String a, String b) {
        return link.a().equals(a) && link.b().equals(b);
    }

    /** The links that begin or end at a host, in the order they were added. */
    synchronized List<Link> linksOf(String name) {
        return links.stream()
                .filter(link -> link.a().equals(name) || link.b().equals(name))
                .toList();
    }

    /**
     * Whose address that is, seen from {@code self}. Where several hosts share an address (they differ by port, which tells
     * nothing about a client), the only other one, or one that is linked with {@code self}, is meant. A Unix-domain client has
     * no name: it is the host at the only link of {@code self}.
     */
    synchronized String owner(Address address, String self) {
        List<String> owners = hosts.values().stream()
                .filter(spec -> spec.addresses().stream().anyMatch(own -> sameHost(own, address)))
                .map(HostSpec::name)
                .toList();
        List<String> others = owners.stream().filter(name -> !name.equals(self)).toList();
        if (address.equals(SocketAddresses.UNNAMED)) {
            return onlyNeighbour(self);
        }
        if (others.size() <= 1) {
            return others.isEmpty() ? (owners.isEmpty() ? STRANGER : self) : others.getFirst();
        }
        return others.stream()
                .filter(name -> link(self, name).isPresent())
                .findFirst()
                .orElse(STRANGER);
    }

    private String onlyNeighbour(String self) {
        List<Link> own = linksOf(self);
        if (own.size() != 1) {
            return STRANGER;
        }
        Link link = own.getFirst();
        return link.a().equals(self) ? link.b() : link.a();
    }

    private static boolean sameHost(Address own, Address other) {
        if (own instanceof Address.Inet a && other instanceof Address.Inet b) {
            return a.ip().equals(b.ip());
        }
        return own.equals(other);
    }
}
