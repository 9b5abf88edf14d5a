package dev.chokepoint.live;

import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Link.Direction;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Phase;
import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.host.world.SeededRandom;
import java.util.ArrayDeque;
import java.util.List;

/**
 * One direction of a link, emulated where it is sent from: a first-come-first-served queue and a transmitter that all
 * connections of the sending host share. It only computes times; {@link LinkPath} holds the bytes until then. Any thread.
 */
final class LiveLink {
    /** What one Ethernet frame carries of a TCP stream; longer writes are cut so that streams interleave. */
    static final int PIECE_BYTES = 1448;

    private final String name;
    private final Direction direction;
    private final Direction reverse;
    private final SeededRandom random;
    private final Lateness lateness;
    private final int queueStage;
    private final int transmitStage;
    private final int travelStage;
    private final WindowUse windowUse;

    private final ArrayDeque<Piece> waiting = new ArrayDeque<>();
    private final ArrayDeque<LinkPath> turned = new ArrayDeque<>();
    private long waitingBytes;
    private long freeAtNanos = System.nanoTime();
    private double busyNanos;
    private long servedBytes;
    private double waitingByteNanos;
    private long waitingBytesMax;
    private long refused;

    LiveLink(Link link, String sender, long seed, Observer observer, Lateness lateness) {
        boolean fromA = link.a().equals(sender);
        this.name = link.directionName(fromA);
        this.direction = fromA ? link.ab() : link.ba();
        this.reverse = fromA ? link.ba() : link.ab();
        this.random = new SeededRandom(seed, name);
        this.lateness = lateness;
        this.queueStage = observer.stage(Phase.QUEUE, name);
        this.transmitStage = observer.stage(Phase.TRANSMIT, name);
        this.travelStage = observer.stage(Phase.TRAVEL, name);
        this.windowUse = new WindowUse(sender + "->" + (fromA ? link.b() : link.a()) + " window");
    }

    int queueStage() {
        return queueStage;
    }

    int transmitStage() {
        return transmitStage;
    }

    int travelStage() {
        return travelStage;
    }

    Lateness lateness() {
        return lateness;
    }

    WindowUse windowUse() {
        return windowUse;
    }

    /** How long one packet takes to the other end; with jitter. */
    synchronized long thereNanos() {
        return travel(direction);
    }

    /** How long one packet takes back from the other end; with jitter. */
    synchronized long backNanos() {
        return travel(reverse);
    }

    /** How long the receiver's acknowledgement of bytes takes back. */
    long creditNanos() {
        return reverse.latencyNanos();
    }

    private long travel(Direction way) {
        return way.latencyNanos() + (way.jitterNanos() == 0 ? 0 : random.nextLong(way.jitterNanos() + 1));
    }

    /**
     * Takes a piece and sets its times, or has its path wait its turn: then {@link LinkPath#wakeAt} is called once it is
     * worth trying again.
     */
    synchronized boolean admit(LinkPath path, Piece piece, long nowNanos) {
        start(nowNanos);
        boolean first = turned.isEmpty() || turned.peekFirst().equals(path);
        if (!first || !fits(piece, nowNanos)) {
            turnAway(path, nowNanos);
            return false;
        }
        if (!turned.isEmpty()) {
            turned.removeFirst();
        }
        pass(piece, nowNanos);
        wakeNext(nowNanos);
        return true;
    }

    private boolean fits(Piece piece, long nowNanos) {
        return freeAtNanos <= nowNanos || waitingBytes + piece.length() <= direction.queueBytes();
    }

    private void turnAway(LinkPath path, long nowNanos) {
        if (!turned.contains(path)) {
            refused++;
            turned.addLast(path);
        }
        if (turned.peekFirst().equals(path)) {
            path.wakeAt(roomAt(nowNanos));
        }
    }

    private long roomAt(long nowNanos) {
        return waiting.isEmpty()
                ? Math.max(nowNanos, freeAtNanos)
                : waiting.peekFirst().startNanos();
    }

    private void wakeNext(long nowNanos) {
        if (!turned.isEmpty()) {
            turned.peekFirst().wakeAt(nowNanos);
        }
    }

    /** The path no longer wants its turn. */
    synchronized void forget(LinkPath path) {
        boolean wasFirst = !turned.isEmpty() && turned.peekFirst().equals(path);
        turned.remove(path);
        if (wasFirst) {
            wakeNext(System.nanoTime());
        }
    }

    /** Sends a piece behind all that waits, whether the queue has room or not (FIN and RST have no bytes). */
    synchronized void pass(Piece piece, long nowNanos) {
        long start = Math.max(nowNanos, freeAtNanos);
        long transmit = direction.transmitNanos(piece.length());
        freeAtNanos = start + transmit;
        busyNanos += transmit;
        servedBytes += piece.length();
        piece.timed(nowNanos, start, freeAtNanos, freeAtNanos + travel(direction));
        if (start > nowNanos && piece.length() > 0) {
            waiting.addLast(piece);
            waitingBytes += piece.length();
            waitingBytesMax = Math.max(waitingBytesMax, waitingBytes);
            waitingByteNanos += (double) piece.length() * (start - nowNanos);
        }
    }

    /** Pieces whose time has come are with the transmitter, no longer in the queue. */
    private void start(long nowNanos) {
        while (!waiting.isEmpty() && waiting.peekFirst().startNanos() <= nowNanos) {
            waitingBytes -= waiting.removeFirst().length();
        }
    }

    synchronized void addResources(List<ResourceUse> all) {
        long now = System.nanoTime();
        start(now);
        double ahead = 0;
        for (Piece piece : waiting) {
            ahead += (double) piece.length() * (piece.startNanos() - now);
        }
        all.add(new ResourceUse(
                name,
                ResourceUse.Kind.LINK,
                1,
                busyNanos - Math.max(0, freeAtNanos - now),
                servedBytes,
                waitingByteNanos - ahead,
                waitingBytesMax,
                refused));
        windowUse.addResource(all);
    }
}
