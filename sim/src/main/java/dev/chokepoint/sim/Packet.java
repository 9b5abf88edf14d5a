package dev.chokepoint.sim;

import dev.chokepoint.host.Address.Family;
import dev.chokepoint.host.Address.Inet;
import dev.chokepoint.host.world.Verdict;

/**
 * An IP packet, or a fragment of one, on its way over the hops of a route. Packets are used again: {@link PacketPool} gives
 * them out and takes them back. Their bytes stay with their {@link Cargo}; what travels are numbers.
 */
final class Packet extends Carried {
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;

    /** RFC 8200 section 4.5. */
    private static final int FRAGMENT_HEADER = 8;

    private final PacketPool pool;
    private final Engine engine;

    /** The next free packet in the pool. */
    Packet next = null;

    /** What becomes of it at the hop that it was handed to last. */
    Tap.Fate fate = Tap.Fate.SENT;

    private Cargo cargo = null;
    private Route route = null;
    private End from = null;
    private End to = null;
    private int hop;
    private boolean duplicate;
    private int headerBytes;
    private int offset;
    private int length;
    private int total;
    private long id;

    /** Whether the rules have let it go already. */
    private boolean judged;

    /** The sending host's boot that it belongs to. */
    private int boot;

    /** An empty one; {@link #prepare} makes it something. */
    Packet(PacketPool pool, Engine engine) {
        super(0);
        this.pool = pool;
        this.engine = engine;
    }

    /**
     * Makes it a whole packet at the start of its way.
     *
     * @param what it is sent for
     * @param way where to, and over which hops
     * @param source the sender
     * @param destination the receiver
     * @param bytes behind the IP header
     */
    void prepare(Cargo what, Route way, End source, End destination, int bytes) {
        cargo = what;
        what.carried();
        route = way;
        from = source;
        to = destination;
        host = way.host();
        hop = 0;
        duplicate = false;
        headerBytes = headerBytes(source.at());
        offset = 0;
        length = bytes;
        total = bytes;
        id = pool.identify();
        judged = false;
        boot = way.from().boot();
    }

    /** The IP header of a whole packet from {@code source}. */
    static int headerBytes(Inet source) {
        return source.family() == Family.IPV4 ? IPV4_HEADER : IPV6_HEADER;
    }

    /** Makes it a fragment of {@code whole}: {@code bytes} from {@code start} on of what follows its IP header. */
    void fragment(Packet whole, int start, int bytes) {
        like(whole);
        headerBytes = whole.fragmentHeaderBytes();
        offset = start;
        length = bytes;
    }

    /** Makes it the same as {@code other}, once more. */
    void copy(Packet other) {
        like(other);
        duplicate = true;
    }

    private void like(Packet other) {
        cargo = other.cargo;
        cargo.carried();
        route = other.route;
        from = other.from;
        to = other.to;
        host = other.host;
        hop = other.hop;
        duplicate = other.duplicate;
        headerBytes = other.headerBytes;
        offset = other.offset;
        length = other.length;
        total = other.total;
        id = other.id;
        judged = other.judged;
        boot = other.boot;
    }

    Cargo cargo() {
        return cargo;
    }

    End from() {
        return from;
    }

    End to() {
        return to;
    }

    /** The number that its fragments share. */
    long id() {
        return id;
    }

    /** The header of a fragment of it: IPv6 adds an extension header (RFC 8200 section 4.5). */
    int fragmentHeaderBytes() {
        return headerBytes == IPV6_HEADER ? IPV6_HEADER + FRAGMENT_HEADER : headerBytes;
    }

    /** Its size with its IP header. */
    int ipBytes() {
        return headerBytes + length;
    }

    /** Where what it carries stands in the whole packet behind the IP header. */
    int offset() {
        return offset;
    }

    /** How many bytes it carries behind its IP header. */
    int length() {
        return length;
    }

    /** How many bytes the whole packet carries behind its IP header. */
    int total() {
        return total;
    }

    /** How many hops it has crossed. */
    int hopsBehind() {
        return hop;
    }

    boolean isFragment() {
        return length < total;
    }

    /** Whether it carries the whole packet's last byte. */
    boolean isLast() {
        return offset + length == total;
    }

    boolean isDuplicate() {
        return duplicate;
    }

    Route route() {
        return route;
    }

    /** Sends it over the next hop, or delivers it. */
    void forward() {
        if (hop == 0 && !judged && !passes()) {
            return;
        }
        if (hop == route.hops().length) {
            left(); // where no link was in between
            if (route.delivers(boot)) {
                cargo.arrived(this);
                pool.give(this);
            } else {
                drop(route.to().stages().recovery(), engine.nowNanos());
            }
        } else {
            pool.send(this, route.hops()[hop]);
        }
    }

    /** What the rules say as it leaves its host: true when it goes on at once. */
    private boolean passes() {
        Hop[] hops = route.hops();
        int bytes = hops.length == 0 ? ipBytes() : hops[0].wireBytes(this);
        return switch (route.judge(bytes, cargo.isDatagram())) {
            case Verdict.Pass _ -> true;
            case Verdict.Delay delay -> {
                judged = true;
                engine.schedule(engine.nowNanos() + delay.nanos(), this, EventKind.FORWARD);
                yield false;
            }
            case Verdict.Drop _ -> {
                vanish();
                yield false;
            }
        };
    }

    private void vanish() {
        refuse(route.from().stages().recovery(), engine.nowNanos());
    }

    /** A full queue has no room for it. */
    void refuse(Stage where, long atNanos) {
        left();
        drop(where, atNanos);
    }

    /** It is gone. */
    void drop(Stage where, long atNanos) {
        entered(where, atNanos);
        pool.give(this);
    }

    /** It no longer waits at its sender, if it did. */
    void left() {
        if (hop == 0 && !duplicate) {
            cargo.left(this);
        }
    }

    /** It is in a stage from {@code atNanos} on. */
    void entered(Stage stage, long atNanos) {
        if (!duplicate) {
            cargo.entered(this, stage, atNanos);
        }
    }

    @Override
    void passed(Marks.Step step, long size, Stage stage) {
        entered(stage, engine.nowNanos());
    }

    @Override
    void depart(long size) {
        left();
    }

    @Override
    void arrive() {
        hop++;
        forward();
    }

    @Override
    void fire(EventKind kind) {
        if (kind == EventKind.FORWARD && !judged && boot != route.from().boot()) {
            vanish(); // its program died before it left
        } else if (kind == EventKind.FORWARD) {
            forward();
        } else {
            arrive();
        }
    }
}
