package dev.chokepoint.sim;

import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.ResourceUse;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One direction of a link: a first-come-first-served queue of bounded size, a transmitter, then a delay. A packet that finds
 * the queue full is dropped. Ideal streams give it pieces of at most one Ethernet segment's payload; what finds the queue full
 * waits in its stream, and such streams are served first come first served too, each with what it had when it came. The
 * transmitter has one pending event, and so has the delay, except for what jitter or reordering lets arrive out of turn.
 */
final class SimLink extends Hop {
    /** One Ethernet segment's TCP payload. */
    static final int PIECE_BYTES = 1448;

    private final long pieceLimit;
    private final PieceRing queue = new PieceRing();
    private final Level queuedBytes = new Level();
    private final Level busy = new Level();
    private final Deque<Outbound> waiters = new ArrayDeque<>();
    private final PieceRing travelling = new PieceRing();
    private Carried sending = null;
    private long sendingPiece;
    private long lastArrivalNanos;

    SimLink(SimWorld world, int host, String name, Link.Direction spec) {
        super(world, host, name, spec);
        pieceLimit = isInstant() ? Long.MAX_VALUE : Math.min(PIECE_BYTES, spec.queueBytes());
    }

    /** Nothing ever queues and all pieces take equally long, so pieces may as well be large. */
    private boolean isInstant() {
        return spec.bitsPerSecond() == Link.UNLIMITED && spec.jitterNanos() == 0;
    }

    /** An ideal stream may have something to send: takes what there is room for, now or as soon as there is. */
    void offer(Outbound out) {
        if (out.isWaitingForLink() || out.isHeld()) {
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
            if (!out.passes(piece)) {
                out.claim(0);
                return true;
            }
            out.admit(piece);
            claim -= piece;
            enqueue(out, piece);
        }
        out.claim(0);
        if (out.isFinDue() && out.passes(0)) {
            out.admitFin();
            enqueue(out, Outbound.FIN);
        }
        return true;
    }

    private boolean hasRoom(long piece) {
        return sending == null || queuedBytes.value() + piece <= spec.queueBytes();
    }

    /** Sends an ideal stream's reset, behind what is on its way already. */
    void reset(Outbound out) {
        enqueue(out, Outbound.RESET);
    }

    @Override
    void send(Packet packet) {
        int bytes = wireBytes(packet);
        if (sending != null && (queue.size() >= spec.packets().queuePackets() || !hasRoom(bytes))) {
            refuse(packet);
        } else {
            accept(packet);
            enqueue(packet, bytes);
        }
    }

    private void enqueue(Carried out, long piece) {
        out.passed(Marks.Step.QUEUE, piece, queueStage);
        if (sending == null) {
            begin(out, piece);
        } else {
            queue.add(out, piece);
            queuedBytes.add(Math.max(0, piece), engine.nowNanos());
        }
    }

    private void begin(Carried out, long piece) {
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

    private void transmitted(Carried out, long piece) {
        sentBytes += Math.max(0, piece);
        out.passed(Marks.Step.TRAVEL, piece, travelStage);
        out.depart(piece);
        switch (out) {
            case Packet packet -> launch(packet, engine.nowNanos());
            case Outbound stream -> flyInOrder(stream);
            default -> throw new IllegalStateException("a link can't carry " + out);
        }
    }

    /** A piece of an ideal stream overtakes no other of the same stream. */
    private void flyInOrder(Outbound stream) {
        long now = engine.nowNanos();
        if (spec.jitterNanos() > 0) {
            long delay = spec.latencyNanos() + jitter.nextLong(spec.jitterNanos() + 1);
            engine.schedule(stream.arriveInOrder(now + delay), stream, EventKind.ARRIVE);
        } else if (stream.isBehindTime(now + spec.latencyNanos())) {
            engine.schedule(stream.arriveInOrder(now + spec.latencyNanos()), stream, EventKind.ARRIVE);
        } else {
            fly(stream, now + spec.latencyNanos());
        }
    }

    @Override
    void fly(Packet packet, long departedNanos, long delayNanos, boolean heldBack) {
        long at = departedNanos + delayNanos;
        if (heldBack) {
            engine.schedule(at, packet, EventKind.CROSSED);
        } else {
            lastArrivalNanos = Math.max(lastArrivalNanos, at);
            fly(packet, lastArrivalNanos);
        }
    }

    private void fly(Carried carried, long arrivalNanos) {
        travelling.add(carried, arrivalNanos);
        if (travelling.size() == 1) {
            engine.schedule(arrivalNanos, this, EventKind.PROPAGATED);
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
        Carried done = sending;
        sending = null;
        transmitted(done, sendingPiece);
        while (sending == null && queue.size() > 0) {
            Carried next = queue.first();
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
            if (out.claimedBytes() > 0 && !out.isHeld()) {
                out.waitsForLink(true);
                waiters.add(out);
            }
        }
    }

    private void arrivals() {
        long now = engine.nowNanos();
        while (travelling.size() > 0 && travelling.firstNumber() <= now) {
            Carried carried = travelling.first();
            travelling.removeFirst();
            carried.arrive();
        }
        if (travelling.size() > 0) {
            engine.schedule(travelling.firstNumber(), this, EventKind.PROPAGATED);
        }
    }

    @Override
    ResourceUse use() {
        return use(1, busy, queuedBytes.integral(engine.nowNanos()), queuedBytes.max());
    }
}
