package dev.chokepoint.live;

import dev.chokepoint.host.world.Verdict;
import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One connection's way through a {@link LiveLink}: keeps pieces until their time, then writes them to the socket, and keeps
 * the flow-control window: bytes count from their admission until the kernel has taken them and the news of it has travelled
 * back. (The window can't see how much of it the peer's program has read: the kernel's two buffers come on top.)
 * Lane only, except {@link #wakeAt}.
 */
final class LinkPath implements Rules.Held {
    private final Lane lane;
    private final Peers.Peer peer;
    private final LiveLink link;
    private final SocketPort port;
    private final int inboxStage;
    private final long windowBytes;
    private final Runnable onRoom;
    private final ArrayDeque<Piece> flying = new ArrayDeque<>();
    private final ArrayDeque<Credit> credits = new ArrayDeque<>();
    private final Marks carried = new Marks();
    private final AtomicBoolean wakePending = new AtomicBoolean();
    private long windowUsed;
    private long uncredited;
    private long blockedSinceNanos;
    private long blockedBytes;
    private long lastDueNanos = Long.MIN_VALUE;
    private boolean creditTimer;
    private boolean finishDue;
    private boolean closeAfterFinish;
    private boolean finished;
    private boolean dead;
    private boolean finishing;
    private boolean orphaned;
    private Optional<Piece> held = Optional.empty();

    /** Bytes of the window that are free again from a moment on. */
    private record Credit(long atNanos, long bytes) {}

    LinkPath(Lane lane, Peers.Peer peer, SocketPort port, long windowBytes, Runnable onRoom) {
        this.lane = lane;
        this.peer = peer;
        this.link = peer.anyLink();
        this.port = port;
        this.inboxStage = peer.inbox();
        this.windowBytes = windowBytes;
        this.onRoom = onRoom;
        link.windowUse().opened(windowBytes);
    }

    /** How many of {@code wanted} bytes may be tried to send now; 0 when the window is closed, and onRoom follows. */
    int room(long wanted, long nowNanos) {
        while (!credits.isEmpty() && credits.peekFirst().atNanos() <= nowNanos) {
            windowUsed -= credits.removeFirst().bytes();
        }
        long free = windowBytes - windowUsed;
        long piece = Math.min(Math.min(LiveLink.PIECE_BYTES, wanted), windowBytes);
        if (free < piece) { // no crumbs: they would cost more than they carry
            closed(wanted, nowNanos);
            return 0;
        }
        if (blockedBytes > 0) {
            link.windowUse().waited(blockedBytes, nowNanos - blockedSinceNanos);
            blockedBytes = 0;
        }
        return (int) piece;
    }

    private void closed(long wanted, long nowNanos) {
        if (blockedBytes == 0) {
            blockedBytes = wanted;
            blockedSinceNanos = nowNanos;
        }
        if (!creditTimer && !credits.isEmpty()) {
            creditTimer = true;
            lane.at(credits.peekFirst().atNanos(), this::credited);
        }
    }

    private void credited() {
        creditTimer = false;
        if (!dead) {
            onRoom.run();
        }
    }

    /** Asks the link for a piece's times; false when its queue is full or a rule holds it, and onRoom follows. */
    boolean admit(Piece piece, long nowNanos) {
        return switch (peer.judge(piece.length(), false, this)) {
            case Verdict.Pass _ -> link.admit(this, piece, nowNanos);
            case Verdict.Delay delay -> {
                boolean admitted = link.admit(this, piece, nowNanos);
                piece.notBefore(admitted ? piece.dueNanos() + delay.nanos() : 0);
                yield admitted;
            }
            case Verdict.Drop _ -> false;
        };
    }

    @Override
    public void again() {
        lane.execute(this::tryAgain);
    }

    private void tryAgain() {
        if (dead) {
            return;
        }
        Optional<Piece> last = held;
        held = Optional.empty();
        last.ifPresentOrElse(this::passed, onRoom);
    }

    /** Tries again at a time. Any thread. */
    void wakeAt(long nanos) {
        if (wakePending.compareAndSet(false, true)) {
            lane.at(nanos, () -> {
                wakePending.set(false);
                if (!dead) {
                    onRoom.run();
                }
            });
        }
    }

    /** Sends an admitted piece on its way. */
    void carry(Piece piece, ByteBuf bytes, long endOffset) {
        piece.carry(bytes, endOffset);
        windowUsed += piece.length();
        fly(piece);
    }

    /** The message's last byte was admitted with the piece that ends at {@code endOffset}. */
    void carryMessage(long message, long endOffset, long nowNanos) {
        lane.meter().stages().observer().enter(message, link.queueStage(), nowNanos);
        carried.add(message, endOffset);
        carried.announce();
    }

    /** Sends FIN behind everything else; closes the socket afterwards if {@link #closeGently} was called by then. */
    void finish() {
        finishing = true;
        passed(new Piece(Piece.Kind.FIN, 0));
    }

    void closeGently() {
        closeAfterFinish = true;
        port.detach();
        if (finished) {
            port.closeGently();
        }
    }

    /** Sends RST behind what is on its way already. */
    void reset() {
        port.detach();
        link.forget(this);
        passed(new Piece(Piece.Kind.RST, 0));
    }

    /** The process is dead: the socket closes behind what is on its way. */
    void orphan() {
        orphaned = true;
        if (finished) {
            port.close();
        } else if (!finishing) {
            finish();
        }
    }

    private void passed(Piece piece) {
        switch (peer.judge(0, false, this)) {
            case Verdict.Pass _ -> pass(piece, 0);
            case Verdict.Delay delay -> pass(piece, delay.nanos());
            case Verdict.Drop _ -> held = Optional.of(piece);
        }
    }

    private void pass(Piece piece, long delayNanos) {
        link.pass(piece, System.nanoTime());
        piece.notBefore(piece.dueNanos() + delayNanos);
        fly(piece);
    }

    private void fly(Piece piece) {
        piece.notBefore(lastDueNanos);
        lastDueNanos = piece.dueNanos();
        flying.addLast(piece);
        if (flying.size() == 1) {
            arm();
        }
    }

    private void arm() {
        lane.at(flying.peekFirst().dueNanos(), this::land);
    }

    /** Everything that is due reaches the socket. */
    private void land() {
        if (dead) {
            return;
        }
        long now = System.nanoTime();
        long bytes = 0;
        while (!dead && !flying.isEmpty() && flying.peekFirst().dueNanos() <= now) {
            Piece piece = flying.removeFirst();
            link.lateness().add(now - piece.dueNanos());
            bytes += piece.length();
            land(piece, now);
        }
        if (!dead && bytes > 0) {
            lane.units().landed();
            port.flush();
            uncredited += bytes;
            drained();
        }
        if (!dead && !flying.isEmpty()) {
            arm();
        }
    }

    private void land(Piece piece, long nowNanos) {
        switch (piece.kind()) {
            case BYTES -> {
                tell(piece, nowNanos);
                link.windowUse().used(piece.length(), nowNanos + link.creditNanos() - piece.admittedNanos());
                port.write(piece.bytes());
            }
            case FIN -> {
                port.flush();
                finishDue = true;
                drained();
            }
            case RST -> {
                kill();
                port.reset();
            }
        }
    }

    private void tell(Piece piece, long nowNanos) {
        while (carried.endsBy(piece.end())) {
            var observer = lane.meter().stages().observer();
            long message = carried.remove();
            observer.enter(message, link.transmitStage(), piece.startNanos());
            observer.enter(message, link.travelStage(), piece.sentNanos());
            observer.enter(message, inboxStage, nowNanos);
        }
    }

    /** If the kernel has taken all that landed: the peer's acknowledgement comes back, and FIN may follow. */
    void drained() {
        if (port.isBlocked()) {
            return;
        }
        if (uncredited > 0) {
            credits.addLast(new Credit(System.nanoTime() + link.creditNanos(), uncredited));
            uncredited = 0;
            if (!finished) {
                onRoom.run();
            }
        }
        if (finishDue && !finished) {
            finished = true;
            if (orphaned) {
                port.close();
                return;
            }
            port.finish();
            if (closeAfterFinish) {
                port.closeGently();
            }
        }
    }

    /** The socket is gone: what was on its way is dropped. */
    void kill() {
        if (!dead) {
            dead = true;
            peer.forget(this);
            link.forget(this);
            link.windowUse().closed(windowBytes);
            flying.forEach(Piece::release);
            flying.clear();
        }
    }
}
