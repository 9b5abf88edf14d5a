package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Passage;
import dev.chokepoint.host.world.Phase;
import dev.chokepoint.host.world.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The hosts at the other ends of one host's connections. Any thread. */
final class Peers {
    /** A link that is no limit: for what a rule delays or holds where there is no other. */
    private static final Link.Direction FREE = new Link.Direction(0, 0, Link.UNLIMITED, Long.MAX_VALUE);

    private final String self;
    private final Surroundings world;
    private final Map<String, LiveLink> links;
    private final Map<String, LiveLink> free = new ConcurrentHashMap<>();
    private final Map<String, Peer> byName = new ConcurrentHashMap<>();
    private final Map<Object, Peer> byAddress = new ConcurrentHashMap<>();

    /** {@code links} has the direction to each host that a link leads to. */
    Peers(String self, Surroundings world, Map<String, LiveLink> links) {
        this.links = Map.copyOf(links);
        this.self = self;
        this.world = world;
    }

    Peer at(Address remote) {
        Object key = remote instanceof Address.Inet inet ? inet.ip() : remote;
        Peer known = byAddress.get(key);
        if (known != null) {
            return known;
        }
        String name = world.topology().owner(remote, self);
        Peer peer = byName.computeIfAbsent(name, this::peer);
        if (!name.equals(Topology.STRANGER)) { // strangers have no end; the world's addresses do
            byAddress.put(key, peer);
        }
        return peer;
    }

    private Peer peer(String name) {
        return new Peer(this, name, world.observer().stage(Phase.INBOX, name), Optional.ofNullable(links.get(name)));
    }

    private LiveLink freeLink(String peer) {
        return free.computeIfAbsent(peer, name -> {
            Link link = new Link("free", self, name, FREE, FREE);
            int held = world.observer().stage(Phase.WINDOW, self); // it has no stages of its own
            return new LiveLink(link, self, world.seed(), (_, _) -> held, world.lateness());
        });
    }

    /**
     * One of them.
     *
     * @param peers those of the same host
     * @param name its host name
     * @param inbox the stage of messages that have arrived there
     * @param link the direction to it, if a link joins them
     */
    record Peer(Peers peers, String name, int inbox, Optional<LiveLink> link) {
        private Rules rules() {
            return peers.world.rules();
        }

        /** Whether there are rules that may say something to what goes there. */
        boolean isJudged() {
            return !rules().isEmpty() && !name.equals(peers.self);
        }

        /** What they say to bytes on their way there. */
        Verdict judge(int bytes, boolean datagram) {
            return isJudged() ? rules().judge(new Passage(peers.self, name, bytes, datagram)) : Verdict.PASS;
        }

        /** What they say to bytes of a stream on their way there, or, when {@code back}, from there. */
        Verdict judge(int bytes, boolean back, Rules.Held what) {
            if (!isJudged()) {
                return Verdict.PASS;
            }
            String from = back ? name : peers.self;
            String to = back ? peers.self : name;
            return rules().judge(new Passage(from, to, bytes, false), what);
        }

        /** It no longer wants to pass. */
        void forget(Rules.Held what) {
            rules().forget(what);
        }

        /** Whether its power is cut. */
        boolean isOff() {
            return peers.world.dead().isOff(name);
        }

        /** The link to it, or one that is no limit. */
        LiveLink anyLink() {
            return link.orElseGet(() -> peers.freeLink(name));
        }
    }
}
