package dev.chokepoint.lab.scenario;

import dev.chokepoint.host.Address.Family;
import dev.chokepoint.host.world.Link.Direction;
import dev.chokepoint.lab.scenario.Network.Wire;
import dev.chokepoint.lab.scenario.Scenario.App.Ask;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Scenario.LinkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what the transport can't do: packets where there are none, messages that fit in no datagram. */
record TransportCheck(Scenario scenario, Node root, Problems problems) {
    /** The most that UDP over IPv4 carries (RFC 768, RFC 791): 65,535 bytes less two headers. */
    private static final long LARGEST_DATAGRAM = 65_507;

    /** RFC 8200 section 5. */
    private static final int SMALLEST_IPV6_MTU = 1280;

    /** A link, and where it stands in the file. */
    private record Place(LinkSpec spec, List<String> path) {}

    void check() {
        checkTuning("tcp", scenario.transport() instanceof Transport.Tcp);
        checkTuning("udp", scenario.transport() instanceof Transport.Udp);
        if (scenario.transport().hasPackets()) {
            checkFamily();
            checkDatagrams();
        }
        if (!scenario.transport().hasPackets()) {
            refuseRouters();
        }
        for (Place place : places()) {
            if (scenario.transport().hasPackets()) {
                checkPackets(place);
            } else {
                refusePackets(place);
            }
        }
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < scenario.clients().size(); i++) {
            ClientGroup group = scenario.clients().get(i);
            String number = String.valueOf(i);
            group.link().ifPresent(spec -> places.add(new Place(spec, List.of("clients", number, "link"))));
            group.access().ifPresent(spec -> places.add(new Place(spec, List.of("clients", number, "access"))));
        }
        List<Wire> links = scenario.network().links();
        for (int i = 0; i < links.size(); i++) {
            places.add(new Place(links.get(i).spec(), List.of("network", "links", String.valueOf(i))));
        }
        scenario.balancer().ifPresent(it -> places.add(new Place(it.link(), List.of(BalancerSpec.NAME, "link"))));
        if (scenario.app() instanceof Scenario.App.Chat) {
            ModelParts parts = scenario.parts();
            places.add(new Place(parts.backplane().link(), List.of(ModelParts.BackplaneSpec.NAME, "link")));
            places.add(new Place(parts.federation().link(), List.of("federation", "link")));
        }
        return places;
    }

    private void checkTuning(String key, boolean used) {
        String word = scenario.transport().word();
        if (!used && root.child(key).isPresent()) {
            problems.add(
                    root.at(key),
                    key + ": tunes " + key + ", but transport is " + word,
                    "write transport: " + key + ", or remove " + key);
        }
    }

    private void checkFamily() {
        if (scenario.family() == Family.UNIX) {
            problems.add(
                    root.at("transport"),
                    "transport: " + scenario.transport().word() + " goes over IP, but family is unix",
                    "write family: ipv4 or ipv6, or transport: ideal");
        }
    }

    private void checkDatagrams() {
        if (scenario.transport() instanceof Transport.Udp && scenario.app() instanceof Ask ask) {
            checkDatagram("request", ask.requestBytes());
            checkDatagram("response", ask.responseBytes());
            checkServers();
        }
    }

    /** They are balanced by connection, and datagrams have none. */
    private void checkServers() {
        if (scenario.model() == Model.CENTRAL && scenario.server().count() > 1) {
            problems.add(
                    root.at("server", "count"),
                    "count: connections are shared among servers, and transport: udp has none",
                    "write count: 1, or transport: tcp");
        }
    }

    private void checkDatagram(String key, long bytes) {
        if (bytes > LARGEST_DATAGRAM) {
            problems.add(
                    root.at("app", "ask", key),
                    key + ": " + bytes + "B fit in no datagram",
                    "write at most " + LARGEST_DATAGRAM + "B, or transport: tcp");
        }
    }

    /** Ideal streams cross one link between two hosts. */
    private void refuseRouters() {
        refuseFarther(!scenario.network().links().isEmpty(), "has routers", "network");
        boolean shared = scenario.clients().stream()
                .anyMatch(group -> Route.reachesSeveral(scenario, group) && !Route.isDirect(group));
        refuseFarther(shared, "lets several servers share the bandwidth of clients' links", "server", "count");
        for (int i = 0; i < scenario.clients().size(); i++) {
            boolean own = scenario.clients().get(i).access().isPresent();
            refuseFarther(own, "gives each client a link of its own", "clients", String.valueOf(i), "access");
        }
    }

    private void refuseFarther(boolean refused, String what, String... path) {
        if (refused) {
            String key = path[path.length - 1];
            problems.add(
                    root.at(path),
                    key + ": " + what + ", and ideal streams know one link between two hosts",
                    "write transport: tcp, or remove " + key);
        }
    }

    /** Ideal streams have no packets that could be lost. */
    private void refusePackets(Place place) {
        for (String key : LinkForm.PACKET_KEYS) {
            refuse(key, find(place, key));
        }
        refuse("queue", find(place, "queue").filter(TransportCheck::countsPackets));
    }

    private void refuse(String key, Optional<Node> found) {
        found.ifPresent(node -> problems.add(
                node.spot(),
                key + ": is about packets, and transport: ideal has none",
                "write transport: tcp or udp, or remove " + key));
    }

    private static boolean countsPackets(Node queue) {
        return queue instanceof Node.Scalar scalar
                ? scalar.value().contains("packet")
                : queue.child("packets").isPresent();
    }

    /** The first place where a link or one of its directions has a key. */
    private Optional<Node> find(Place place, String key) {
        Node link = root;
        for (String step : place.path) {
            Optional<Node> next = link.child(step);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            link = next.get();
        }
        Node found = link;
        return found.child(key)
                .or(() -> found.child("up").flatMap(up -> up.child(key)))
                .or(() -> found.child("down").flatMap(down -> down.child(key)));
    }

    private void checkPackets(Place place) {
        for (Direction direction : List.of(place.spec.up(), place.spec.down())) {
            int mtu = direction.packets().mtuBytes();
            if (scenario.family() == Family.IPV6 && mtu < SMALLEST_IPV6_MTU) {
                add(place, "mtu", "mtu: " + mtu + "B is too small for family: ipv6", "write 1280B to 65535B");
                return;
            }
            if (direction.queueBytes() < mtu) {
                String found = "queue: " + direction.queueBytes() + "B hold not even one packet of " + mtu + "B";
                add(place, "queue", found, "raise queue, or lower mtu");
                return;
            }
        }
    }

    private void add(Place place, String key, String message, String hint) {
        Optional<Node> found = find(place, key);
        problems.add(found.map(Node::spot).orElseGet(() -> root.at(place.path.toArray(new String[0]))), message, hint);
    }
}
