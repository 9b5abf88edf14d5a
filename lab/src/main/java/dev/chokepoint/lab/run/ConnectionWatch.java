package dev.chokepoint.lab.run;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.lab.measure.ConnectionTrace;
import dev.chokepoint.lab.measure.ConnectionTrace.Filling;
import dev.chokepoint.lab.measure.ConnectionTrace.Moment;
import dev.chokepoint.lab.measure.Window;
import dev.chokepoint.lab.scenario.Route;
import dev.chokepoint.lab.scenario.Route.Leg;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.App.Ask;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Transport;
import dev.chokepoint.lab.topology.Topology;
import dev.chokepoint.sim.TcpProbe;
import dev.chokepoint.sim.TcpSample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows one connection of a simulation: the end of it that sends more, and the slowest link on the way of that. */
final class ConnectionWatch implements TcpProbe {
    private final ClientGroup group;
    /** Counts down the connections that the group opens before the one that is followed. */
    private int before;

    private final int number;
    private final boolean down;
    private final Set<Address> here;
    private final String link;
    private final Window window;
    private final List<Moment> moments = new ArrayList<>();
    private final List<Filling> queue = new ArrayList<>();
    private Optional<Address> client = Optional.empty();
    private ResourceUse last;
    private long lastNanos;

    private ConnectionWatch(Scenario scenario, ClientGroup group, int client, Topology topology, Window window) {
        this.group = group;
        this.window = window;
        number = client + 1;
        before = client;
        down = switch (scenario.app()) {
            case Ask ask -> ask.responseBytes() >= ask.requestBytes();
            case Scenario.App.Chat _ -> true;
        };
        here = addresses(group, client, topology);
        if (group.access().isPresent()) {
            before = 0;
        }
        Route route = Route.of(scenario, group);
        link = (down ? route.down() : route.up())
                .stream()
                        .min(Comparator.comparingLong(leg -> leg.direction().bitsPerSecond()))
                        .map(Leg::resource)
                        .orElse("");
    }

    private static Set<Address> addresses(ClientGroup group, int client, Topology topology) {
        List<Address> all = topology.hosts().stream()
                .filter(host -> host.name().equals(group.name()))
                .findFirst()
                .orElseThrow()
                .addresses();
        return new LinkedHashSet<>(List.of(all.get(client % all.size())));
    }

    /**
     * A watch of one connection; none where streams have no segments.
     *
     * @param connection from 1, counted through all groups; 0 for none
     */
    static Optional<ConnectionWatch> of(Scenario scenario, int connection, Topology topology, Window window) {
        if (connection < 1 || !(scenario.transport() instanceof Transport.Tcp)) {
            return Optional.empty();
        }
        int client = connection - 1;
        for (ClientGroup group : scenario.clients()) {
            if (client < group.count()) {
                return Optional.of(new ConnectionWatch(scenario, group, client, topology, window));
            }
            client -= group.count();
        }
        return Optional.empty();
    }

    @Override
    public boolean watches(Address local, Address remote) {
        if (client.isEmpty() && here.contains(bare(local)) && before-- == 0) {
            client = Optional.of(local);
        }
        return client.equals(Optional.of(down ? remote : local));
    }

    private static Address bare(Address address) {
        return address instanceof Address.Inet inet ? inet.withPort(0) : address;
    }

    @Override
    public void sample(TcpSample sample) {
        long at = sample.atNanos() - window.loadStartNanos();
        if (at < 0 || sample.atNanos() > window.endNanos()) {
            return;
        }
        Moment moment = new Moment(
                at,
                sample.congestionWindowBytes(),
                sample.thresholdBytes(),
                sample.inFlightBytes(),
                sample.smoothedRttNanos(),
                sample.retransmittedBytes());
        if (!moments.isEmpty() && part(moments.getLast().atNanos()) == part(at)) {
            moments.removeLast();
        }
        moments.add(moment);
    }

    private long part(long atNanos) {
        return atNanos / stepNanos();
    }

    /** How long one of the parts is in which one moment is kept. */
    long stepNanos() {
        return Math.max(1, (window.endNanos() - window.loadStartNanos()) / (ConnectionTrace.MOST - 1));
    }

    /** Looks at the queue. */
    void look(long nowNanos, List<ResourceUse> uses) {
        Optional<ResourceUse> found =
                uses.stream().filter(use -> use.name().equals(link)).findFirst();
        if (found.isEmpty()) {
            return;
        }
        ResourceUse use = found.get();
        if (last != null && nowNanos > lastNanos) {
            double waiting = (use.waitingNanos() - last.waitingNanos()) / (nowNanos - lastNanos);
            queue.add(new Filling(
                    nowNanos - window.loadStartNanos(),
                    waiting,
                    use.refused() - last.refused(),
                    use.lost() - last.lost()));
        }
        last = use;
        lastNanos = nowNanos;
    }

    /** What was seen. */
    ConnectionTrace trace() {
        String end = down ? "the server's end" : "the client's end";
        return new ConnectionTrace(
                "client " + number + " of " + group.count() + " (" + group.name() + "), " + end, link, moments, queue);
    }
}
