package dev.chokepoint.sim;

import dev.chokepoint.host.world.Passage;
import dev.chokepoint.host.world.Verdict;

/** The way from one host to another: the hops that it takes, none where the hosts reach each other at once. */
final class Route {
    /** The largest packet where no link says otherwise. */
    private static final int MTU_MAX = 65_535;

    private final Engine engine;
    private final Machine from;
    private final Machine to;
    private final Hop[] hops;
    private final WindowUse windows;
    private final long latencyNanos;
    private final int mtuBytes;
    private final String name;

    Route(Engine engine, Machine from, Machine to, Hop... hops) {
        this.engine = engine;
        this.from = from;
        this.to = to;
        this.hops = hops;
        this.name = from.spec().name() + "->" + to.spec().name();
        this.windows = new WindowUse(name + " window");
        long latency = 0;
        int mtu = MTU_MAX;
        for (Hop hop : hops) {
            latency += hop.spec.latencyNanos();
            mtu = Math.min(mtu, hop.mtuBytes());
        }
        this.latencyNanos = latency;
        this.mtuBytes = mtu;
    }

    /** The number of the host it starts from. */
    int host() {
        return from.index();
    }

    Machine from() {
        return from;
    }

    Machine to() {
        return to;
    }

    /** Whether a packet that left in that boot of its host arrives: neither end has lost its power in between. */
    boolean delivers(int boot) {
        return !to.isOff() && from.keepsFlying(boot);
    }

    Rules rules() {
        return from.rules();
    }

    /** What the rules say to so many bytes that are about to leave this way. Within a host there are none. */
    Verdict judge(int bytes, boolean datagram) {
        return rules().isEmpty() || from.equals(to)
                ? Verdict.PASS
                : rules().judge(new Passage(from.spec().name(), to.spec().name(), bytes, datagram));
    }

    Hop[] hops() {
        return hops;
    }

    WindowUse windows() {
        return windows;
    }

    /** Propagation delay of all hops, without jitter. */
    long latencyNanos() {
        return latencyNanos;
    }

    /** The largest packet that goes all the way in one piece. */
    int mtuBytes() {
        return mtuBytes;
    }

    /** An ideal stream may have something to send: takes what there is room for, now or as soon as there is. */
    void offer(Outbound out) {
        if (hops.length > 0) {
            link().offer(out);
            return;
        }
        long bytes = out.sendableBytes();
        if (bytes > 0 && out.passes(bytes)) {
            out.admit(bytes);
            arriveNow(out, bytes);
        }
        if (out.isFinDue() && out.passes(0)) {
            out.admitFin();
            arriveNow(out, Outbound.FIN);
        }
    }

    /** Sends an ideal stream's reset, behind what is on its way already. */
    void reset(Outbound out) {
        if (hops.length > 0) {
            link().reset(out);
        } else {
            arriveNow(out, Outbound.RESET);
        }
    }

    /** Ideal streams know one queue and one transmitter. */
    private SimLink link() {
        if (hops.length == 1 && hops[0] instanceof SimLink link) {
            return link;
        }
        throw new IllegalStateException(
                "ideal streams cross one shared link, but " + name + " takes " + hops.length + " hops: use TCP");
    }

    private void arriveNow(Outbound out, long piece) {
        out.depart(piece);
        engine.schedule(out.arriveInOrder(engine.nowNanos()), out, EventKind.ARRIVE);
    }
}
