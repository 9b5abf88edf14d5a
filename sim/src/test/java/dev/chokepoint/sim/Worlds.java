package dev.chokepoint.sim;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.ResourceUse;
import java.time.Instant;
import java.util.List;

/** Small worlds for tests: a server at 10.0.0.1 and clients at 10.0.0.2. */
final class Worlds {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Address SERVER = Address.inet("10.0.0.1", 7);
    static final Address SERVER_HOST = Address.inet("10.0.0.1", 0);
    static final Address CLIENT_HOST = Address.inet("10.0.0.2", 0);
    static final long MS = 1_000_000L;

    private Worlds() {}

    static SimWorld direct(long seed, SimCosts costs, Observer observer) {
        SimWorld world = new SimWorld(seed, START, costs, new Streams.Ideal(), observer);
        world.add(new HostSpec("server", List.of(SERVER_HOST), 1, 1));
        world.add(new HostSpec("clients", List.of(CLIENT_HOST), HostSpec.UNLIMITED, 1));
        return world;
    }

    static SimWorld direct() {
        return direct(1, SimCosts.FREE, Observer.NONE);
    }

    /** The two hosts joined by a link with these directions: clients to server, server to clients. */
    static SimWorld linked(Link.Direction up, Link.Direction down) {
        SimWorld world = direct();
        world.add(new Link("access", "clients", "server", up, down));
        return world;
    }

    static Link.Direction latency(long nanos) {
        return new Link.Direction(nanos, 0, Link.UNLIMITED, 1 << 20);
    }

    static ResourceUse resource(SimWorld world, String name) {
        return world.resources().stream()
                .filter(use -> use.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + world.resources()));
    }
}
