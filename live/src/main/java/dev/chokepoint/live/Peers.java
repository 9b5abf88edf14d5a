package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Phase;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The hosts at the other ends of one host's connections. Any thread. */
final class Peers {
    private final String self;
    private final Topology topology;
    private final Observer observer;
    private final Map<String, LiveLink> links;
    private final Map<String, Peer> byName = new ConcurrentHashMap<>();
    private final Map<Object, Peer> byAddress = new ConcurrentHashMap<>();

    /** {@code links} has the direction to each host that a link leads to. */
    Peers(String self, Topology topology, Observer observer, Map<String, LiveLink> links) {
        this.links = Map.copyOf(links);
        this.self = self;
        this.topology = topology;
        this.observer = observer;
    }

    Peer at(Address remote) {
        Object key = remote instanceof Address.Inet inet ? inet.ip() : remote;
        Peer known = byAddress.get(key);
        if (known != null) {
            return known;
        }
        String name = topology.owner(remote, self);
        Peer peer = byName.computeIfAbsent(name, this::peer);
        if (!name.equals(Topology.STRANGER)) { // strangers have no end; the world's addresses do
            byAddress.put(key, peer);
        }
        return peer;
    }

    private Peer peer(String name) {
        return new Peer(name, observer.stage(Phase.INBOX, name), Optional.ofNullable(links.get(name)));
    }

    /**
     * One of them.
     *
     * @param name its host name
     * @param inbox the stage of messages that have arrived there
     * @param link the direction to it, if a link joins them
     */
    record Peer(String name, int inbox, Optional<LiveLink> link) {}
}
