package dev.chokepoint.sim;

import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Phase;
import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.host.world.SeededRandom;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One direction of a link: a first-come-first-served queue of bounded size, a transmitter, then a delay. Streams give it
 * pieces of at most one Ethernet segment's payload. What finds the queue full waits in its stream; such streams are served
 * first come first served too, each with what it had when it came. The transmitter has one pending event, and so has the
 * delay, unless it jitters.
 */
final class SimLink extends Route {
    /** One Ethernet segment's TCP payload. */
    static final int PIECE_BYTES = 1448;

    private final Engine engine;
    private final Link.Direction spec;
    private final String name;
    private final SeededRandom jitter;
    private final Stage queueStage;
    private final Stage transmitStage;
    private final Stage travelStage;
    private final long pieceLimit;

    private final PieceRing queue = new PieceRing();
    private final Level queuedBytes = new Level();
    private final Level busy = new Level();
    private final Deque<Outbound> waiters = new ArrayDeque<>();
    private final PieceRing travelling = new PieceRing();
    private Outbound sending = null;
    private long sendingPiece;
    private long sentBytes;
    private long refused;

    SimLink(SimWorld world, Link link, boolean fromA, Machine from, Machine to) {
        super(from.index(), from.spec().name(), to.spec().name());
        engine = world.engine();
        spec = fromA ? link.ab() : link.ba();
        name = link.directionName(fromA);
        jitter = new SeededRandom(world.seed(), name + " jitter");
        Observer observer = world.observer();
        queueStage = new Stage(observer, Phase.QUEUE, name);
        transmitStage = new Stage(observer, Phase.TRANSMIT, name);
        travelStage = new Stage(observer, Phase.TRAVEL, name);
        pieceLimit = isInstant() ? Long.MAX_VALUE : Math.min(PIECE_BYTES, spec.queueBytes());
    }

    /** Nothing ever queues and all pieces take equally long, so pieces may as well be large. */
    private boolean isInstant() {
        return spec.bitsPerSecond() == Link.UNLIMITED && spec.jitterNanos() == 0;
    }

    @Override
    long latencyNanos() {
        return spec.latencyNanos();
    }

    @Override
    void offer(Outbound out) {
        if (out.isWaitingForLink()) {
            return;
        }
        out.claim(out.sendableBytes());
        if (!waiters.isEmpty() || !takeClaim(out)) {
            waitForRoom(out);
        }
    }

    private void waitForRoom(Outbound out) {
        if (out.claimedBytes() > 0 || out.isFinDue()) {
            refused++;
            out.waitsForLink(true);
            waiters.add(out);
        }
    }

    /** Takes what {@code out} claims, piece by piece; false when room ran out first. */
    private boolean takeClaim(Outbound out) {
        long claim = Math.min(out.claimedBytes(), out.sendableBytes());
        while (claim > 0) {
            long piece = Math.min(claim, pieceLimit);
            if (!hasRoom(piece)) {
                out.claim(claim);
                return false;
            }
            out.admit(piece);
            claim -= piece;
            enqueue(out, piece);
        }
        out.claim(0);
        if (out.isFinDue()) {
            out.admitFin();
            enqueue(out, Outbound.FIN);
        }
        return true;
    }

    private boolean hasRoom(long piece) {
        return sending == null || queuedBytes.value() + piece <= spec.queueBytes();
    }

    @Override
    void reset(Outbound out) {
        enqueue(out, Outbound.RESET);
    }

    private void enqueue(Outbound out, long piece) {
        out.passed(Marks.Step.QUEUE, piece, queueStage);
        if (sending == null) {
            begin(out, piece);
        } else {
            queue.add(out, piece);
            queuedBytes.add(Math.max(0, piece), engine.nowNanos());
        }
    }

    private void begin(Outbound out, long piece) {
        out.passed(Marks.Step.TRANSMIT, piece, transmitStage);
        long nanos = piece <= 0 ? 0 : spec.transmitNanos(piece);
        if (nanos == 0) {
            transmitted(out, piece);
        } else {
            sending = out;
            sendingPiece = piece;
            busy.set(1, engine.nowNanos());
            engine.schedule(engine.nowNanos() + nanos, this, EventKind.TRANSMITTED);
        }
    }

    private void transmitted(Outbound out, long piece) {
        sentBytes += Math.max(0, piece);
        out.passed(Marks.Step.TRAVEL, piece, travelStage);
        out.depart(piece);
        long now = engine.nowNanos();
        if (spec.jitterNanos() > 0) {
            long delay = spec.latencyNanos() + jitter.nextLong(spec.jitterNanos() + 1);
            engine.schedule(out.arriveInOrder(now + delay), out, EventKind.ARRIVE);
        } else {
            travelling.add(out, now + spec.latencyNanos());
            if (travelling.size() == 1) {
                engine.schedule(now + spec.latencyNanos(), this, EventKind.PROPAGATED);
            }
        }
    }

    @Override
    void fire(EventKind kind) {
        switch (kind) {
            case TRANSMITTED -> transmitterFree();
            case PROPAGATED -> arrivals();
            default -> throw new IllegalStateException("no event of a link: " + kind);
        }
    }

    private void transmitterFree() {
        Outbound done = sending;
        sending = null;
        transmitted(done, sendingPiece);
        while (sending == null && queue.size() > 0) {
            Outbound next = queue.firstStream();
            long piece = queue.firstNumber();
            queue.removeFirst();
            queuedBytes.add(-Math.max(0, piece), engine.nowNanos());
            begin(next, piece);
        }
        admitWaiters();
        if (sending == null) {
            busy.set(0, engine.nowNanos());
        }
    }

    private void admitWaiters() {
        while (!waiters.isEmpty() && takeClaim(waiters.peek())) {
            Outbound out = waiters.poll();
            out.waitsForLink(false);
            out.claim(out.sendableBytes());
            if (out.claimedBytes() > 0) {
                out.waitsForLink(true);
                waiters.add(out);
            }
        }
    }

    private void arrivals() {
        long now = engine.nowNanos();
        while (travelling.size() > 0 && travelling.firstNumber() <= now) {
            Outbound out = travelling.firstStream();
            travelling.removeFirst();
            out.arrive();
        }
        if (travelling.size() > 0) {
            engine.schedule(travelling.firstNumber(), this, EventKind.PROPAGATED);
        }
    }

    /** What this direction has done so far. */
    ResourceUse use() {
        long now = engine.nowNanos();
        return new ResourceUse(
                name,
                ResourceUse.Kind.LINK,
                1,
                busy.integral(now),
                sentBytes,
                queuedBytes.integral(now),
                queuedBytes.max(),
                refused);
    }
}
