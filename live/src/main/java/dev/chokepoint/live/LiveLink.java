package dev.chokepoint.live;

import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Link.Direction;
import dev.chokepoint.host.world.Packets;
import dev.chokepoint.host.world.Phase;
import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.host.world.SeededRandom;
import java.util.ArrayDeque;
import java.util.List;

/**
 * One direction of a link, emulated where it is sent from: a first-come-first-served queue and a transmitter that all
 * connections and datagrams of the sending host share. It only computes times; {@link LinkPath} and {@link DatagramPath} hold
 * the bytes until then. Streams know no packets and lose none; a datagram that doesn't fit into the queue as a whole is dropped
 * as a whole. Any thread.
 */
final class LiveLink {
    /** What one Ethernet frame carries of a TCP stream; longer writes are cut so that streams interleave. */
    static final int PIECE_BYTES = 1448;

    /** Gives a number to a phase at a place. */
    @FunctionalInterface
    interface StageNumbers {
        int stage(Phase phase, String place);
    }

    private final String name;
    private final Direction direction;
    private final Direction reverse;
    private final SeededRandom random;
    private final Lateness lateness;
    private final StageNumbers stages;
    private final int queueStage;
    private final int transmitStage;
    private final int travelStage;
    private final WindowUse windowUse;

    private final Fates fates;
    private final LinkQueue waiting = new LinkQueue();
    private final ArrayDeque<LinkPath> turned = new ArrayDeque<>();
    private long freeAtNanos = System.nanoTime();
    private double busyNanos;
    private long servedBytes;
    private double waitingByteNanos;
    private long waitingBytesMax;
    private long refused;
    private long lost;

    LiveLink(Link link, String sender, long seed, StageNumbers stages, Lateness lateness) {
        boolean fromA = link.a().equals(sender);
        this.name = link.directionName(fromA);
        this.direction = fromA ? link.ab() : link.ba();
        this.reverse = fromA ? link.ba() : link.ab();
        this.random = new SeededRandom(seed, name);
        this.fates = new Fates(direction.packets().impairment(), seed, name);
        this.lateness = lateness;
        this.stages = stages;
        this.queueStage = stages.stage(Phase.QUEUE, name);
        this.transmitStage = stages.stage(Phase.TRANSMIT, name);
        this.travelStage = stages.stage(Phase.TRAVEL, name);
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

    /** Only links that lose something have it. */
    int recoveryStage() {
        return stages.stage(Phase.RECOVERY, name);
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
        waiting.begin(nowNanos);
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
        return freeAtNanos <= nowNanos || waiting.bytes() + piece.length() <= direction.queueBytes();
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
        return waiting.firstStartNanos(Math.max(nowNanos, freeAtNanos));
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
        long start = transmit(nowNanos, piece.length(), false);
        piece.timed(nowNanos, start, freeAtNanos, freeAtNanos + travel(direction));
    }

    /** Transmits behind all that waits, and returns when it begins. */
    private long transmit(long nowNanos, int bytes, boolean packet) {
        long start = Math.max(nowNanos, freeAtNanos);
        long takes = direction.transmitNanos(bytes);
        freeAtNanos = start + takes;
        busyNanos += takes;
        servedBytes += bytes;
        if (start > nowNanos && bytes > 0) {
            waiting.add(start, bytes, packet);
            waitingBytesMax = Math.max(waitingBytesMax, waiting.bytes());
            waitingByteNanos += (double) bytes * (start - nowNanos);
        }
        return start;
    }

    /** Takes a datagram and sets its times and its fate; false when the queue is full, and it is dropped. */
    synchronized boolean admit(Parcel parcel, long nowNanos) {
        waiting.begin(nowNanos);
        Packets packets = direction.packets();
        Fragments fragments = Fragments.of(parcel.length(), parcel.to().family(), packets);
        if (!fits(fragments, nowNanos)) {
            refused++;
            return false;
        }
        long start = Math.max(nowNanos, freeAtNanos);
        for (int i = 0; i < fragments.count(); i++) {
            var _ = transmit(nowNanos, fragments.bytes(i), true);
        }
        int lostHere = fates.lost(fragments.count());
        lost += lostHere;
        int copies = lostHere > 0 ? 0 : fates.copies(fragments.count());
        long[] due = new long[copies];
        long travelled = freeAtNanos + travel(direction);
        for (int i = 0; i < copies; i++) {
            due[i] = fates.dueNanos(fragments.count(), travelled);
        }
        parcel.timed(start, freeAtNanos, due);
        return true;
    }

    private boolean fits(Fragments fragments, long nowNanos) {
        if (direction.bitsPerSecond() == Link.UNLIMITED) {
            return true; // nothing ever waits
        }
        boolean free = freeAtNanos <= nowNanos;
        int bytes = fragments.bytes() - (free ? fragments.bytes(0) : 0);
        int packets = fragments.count() - (free ? 1 : 0);
        return waiting.bytes() + bytes <= direction.queueBytes()
                && (long) waiting.packets() + packets <= direction.packets().queuePackets();
    }

    synchronized void addResources(List<ResourceUse> all) {
        long now = System.nanoTime();
        waiting.begin(now);
        all.add(new ResourceUse(
                name,
                ResourceUse.Kind.LINK,
                1,
                busyNanos - Math.max(0, freeAtNanos - now),
                servedBytes,
                waitingByteNanos - waiting.byteNanosAhead(now),
                waitingBytesMax,
                refused,
                lost));
        windowUse.addResource(all);
    }
}
