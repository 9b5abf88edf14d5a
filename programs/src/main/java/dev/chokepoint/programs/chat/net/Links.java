package dev.chokepoint.programs.chat.net;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Session;
import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server's links: opens them, lets others in, keeps them alive, tries again. */
final class Links {
    private final Host host;
    private final LinkConfig config;
    private final ChatNetwork network;
    private final NetworkListener listener;
    private final IrcWriter writer = new IrcWriter(LinkLines.LIMITS);
    private final IrcLine line = new IrcLine(LinkLines.LIMITS);
    private final List<Link> all = new ArrayList<>();
    private final Map<Address, Long> waitNanos = new LinkedHashMap<>();

    Links(Host host, LinkConfig config, ChatNetwork network, NetworkListener listener) {
        this.host = host;
        this.config = config;
        this.network = network;
        this.listener = listener;
    }

    /** Answers where it listens, null when nowhere. */
    Address start() {
        config.connect().forEach(this::connect);
        watch();
        return config.listen() == null
                ? null
                : host.listen(config.listen(), config.stream(), this::accept).local();
    }

    private void watch() {
        List.copyOf(all).forEach(link -> link.watch(host.nanoTime(), config.timeoutNanos()));
        host.after(config.timeoutNanos() / 6, this::watch);
    }

    private Session accept(Connection connection) {
        Link link = add(null);
        link.use(connection);
        return link;
    }

    private void connect(Address target) {
        Link link = add(target);
        link.use(host.connect(host.addresses().getFirst(), target, config.stream(), 0, link));
    }

    private Link add(Address target) {
        Link link = new Link(this, target, host.nanoTime());
        all.add(link);
        return link;
    }

    long nowNanos() {
        return host.nanoTime();
    }

    IrcLine line() {
        return line;
    }

    IrcWriter writer() {
        return writer.begin();
    }

    void opened(Link link) {
        if (link.target != null) {
            greet(link);
        }
    }

    private void greet(Link link) {
        network.greeting(config.password()).write(writer());
        link.tell(writer.payload());
    }

    void take(Link link, IrcLine told) throws LinkException {
        if (link.way != Link.NOWHERE) {
            network.receive(link.way, told);
            return;
        }
        Greeting other = Greeting.read(told);
        network.greeting(config.password()).check(other);
        endDeadLinkTo(other);
        network.checkNew(other);
        if (link.target == null) {
            greet(link);
        }
        link.way = network.link(link, other);
    }

    /** A neighbour that was started again, or connects again, has no use for its old link. */
    private void endDeadLinkTo(Greeting other) {
        for (Link old : List.copyOf(all)) {
            if (old.way != Link.NOWHERE && network.isReplacedBy(old.way, other)) {
                old.end("replaced by a newer link");
            }
        }
    }

    /** It has come to an end; the other end may not know yet. */
    void lost(Link link, String reason) {
        if (link.way != Link.NOWHERE) {
            int way = link.way;
            link.way = Link.NOWHERE;
            network.unlink(way, reason);
        } else {
            listener.failed(link.remote().toString(), reason);
        }
    }

    void closed(Link link) {
        all.remove(link);
        if (link.target != null) {
            retry(link);
        }
    }

    /** The wait doubles, unless the link had lasted. */
    private void retry(Link link) {
        long lasted = host.nanoTime() - link.beganNanos;
        long before = lasted > config.lastRetryNanos() ? 0 : waitNanos.getOrDefault(link.target, 0L);
        long wait = Math.clamp(2 * before, config.firstRetryNanos(), config.lastRetryNanos());
        waitNanos.put(link.target, wait);
        host.after(wait + host.random().nextLong(wait / 4 + 1), () -> connect(link.target));
    }
}
