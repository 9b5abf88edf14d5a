package dev.chokepoint.sim;

import dev.chokepoint.host.Acceptor;
import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Tls;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.TlsLayer;
import java.nio.ByteBuffer;
import java.util.Optional;

/** One end of a stream: its life from opening to the one {@code onClose}. Its two halves carry the bytes. */
final class SimConnection implements Connection, Callback {
    /** Receives the callbacks of a connection that its program has not heard of: none. */
    static final Session NOBODY = (_, _) -> {};

    /** As the program knows it. */
    private enum State {
        OPENING,
        OPEN,
        CLOSED
    }

    private final Lane lane;
    private final Route route;
    private final StreamOptions options;
    private final Ends ends;
    private final Sending out;
    private final Inbound in;

    private long tag;
    private Session session;
    private Carrier carrier = null;
    private SimConnection peer = this;
    private State state = State.OPENING;
    private Optional<CloseReason> reason = Optional.empty();
    private Optional<CloseReason> fault = Optional.empty();

    /** Gives the local port back, if this connection took one. */
    private Runnable releasePort = () -> {};

    /** Whether its program has heard of it. */
    private boolean known;

    /** Whether it counts as one of its host's connections. */
    private boolean counted;

    private boolean closing;
    private boolean peerFirst;

    /** The lane's next and previous connection, see {@link Connections}. */
    SimConnection next = this;

    SimConnection previous = this;

    SimConnection(
            Lane lane, Route route, Observer observer, StreamOptions options, Ends ends, long tag, Session session) {
        this.lane = lane;
        this.route = route;
        this.options = options;
        this.ends = ends;
        this.tag = tag;
        this.session = session;
        this.out = new Sending(this, lane, observer);
        this.in = new Inbound(this, lane);
        lane.connections().add(this);
    }

    Lane lane() {
        return lane;
    }

    Route route() {
        return route;
    }

    StreamOptions options() {
        return options;
    }

    Sending out() {
        return out;
    }

    Carrier carrier() {
        return carrier;
    }

    /** What takes its bytes to the peer; settled before anything else. */
    SimConnection carriedBy(Carrier what) {
        carrier = what;
        return this;
    }

    Inbound in() {
        return in;
    }

    /** The other end; this one itself while there is none. */
    SimConnection peer() {
        return peer;
    }

    private boolean hasPeer() {
        return peer != this;
    }

    /** Whether it is known how this ends. */
    boolean isOver() {
        return reason.isPresent();
    }

    boolean isReceiving() {
        return state == State.OPEN;
    }

    /** The two ends belong together. */
    void join(SimConnection other) {
        peer = other;
        other.peer = this;
    }

    /** The program made this connection, so it will hear how it ends; then the port that it took is free again. */
    void initiated(Runnable portRelease) {
        known = true;
        releasePort = portRelease;
    }

    /** The handshake is done: bytes may flow, and the connection counts. */
    void establish() {
        counted = true;
        lane.machine().connectionOpened();
        carrier.established();
    }

    /** Gives an established connection to the program that listened for it. */
    void accept(Acceptor acceptor, long number) {
        known = true;
        tag = number;
        state = State.OPEN;
        session = acceptor.onAccept(this);
        opened();
    }

    private void opened() {
        state = State.OPEN;
        if (!in.isDiscarding()) {
            session.onOpen(this);
            in.offer();
        }
    }

    @Override
    public boolean take(EventKind kind) {
        return switch (kind) {
            case ON_OPEN -> !in.isDiscarding();
            case ON_BYTES -> in.takeRead();
            case ON_END -> in.takeEnd();
            case ON_WRITABLE -> !isOver() && !out.isFinished();
            default -> true;
        };
    }

    @Override
    public long call(EventKind kind) {
        switch (kind) {
            case ON_OPEN -> opened();
            case ON_BYTES -> {
                return in.deliver();
            }
            case ON_END -> ended();
            case ON_WRITABLE -> session.onWritable(this);
            case ON_CLOSE -> closed();
            default -> throw new IllegalStateException("no callback of a connection: " + kind);
        }
        return 0;
    }

    Session session() {
        return session;
    }

    private void ended() {
        in.deliverEnd(session);
        if (carrier.isFinSent()) {
            endOrderly();
        }
    }

    private void closed() {
        state = State.CLOSED;
        forget();
        in.discard();
        session.onClose(this, reason.orElseThrow());
    }

    private void forget() {
        uncount();
        releasePort.run();
        lane.connections().remove(this);
    }

    /** Its process is dead: the kernel ends the stream, by a reset if something came that nobody has read. */
    void orphan() {
        boolean orderly = state == State.OPEN && !in.hasUnread();
        in.orphan();
        if (isOver() ? !carrier.isFinSent() && !out.isDead() : !orderly) {
            carrier.reset();
            end(new CloseReason.LocalClosed());
        } else if (!isOver()) {
            closing = true;
            out.cut();
            if (carrier.isFinSent()) {
                finSent();
            }
        }
        forget();
    }

    /** Its host is dead: nothing is sent any more, nor told. */
    void vanish() {
        carrier.kill();
        end(new CloseReason.LocalClosed());
        forget();
    }

    private void uncount() {
        if (counted) {
            counted = false;
            lane.machine().connectionClosed();
        }
    }

    private void endOrderly() {
        if (!isOver()) {
            carrier.retire();
            end(fault.orElseGet(() -> peerFirst ? new CloseReason.PeerClosed() : new CloseReason.LocalClosed()));
        }
    }

    /** Settles how this ends, unless that is settled already; the program hears of it in a later callback. */
    void end(CloseReason why) {
        if (isOver()) {
            return;
        }
        reason = Optional.of(why);
        if (known) {
            lane.post(this, EventKind.ON_CLOSE);
        } else {
            forget();
        }
    }

    /** The last byte and the end of the stream are on their way. */
    void finSent() {
        if (closing) {
            in.linger();
        }
        if (closing || in.isEndDelivered()) {
            endOrderly();
        }
    }

    /** The peer says that the connection is gone. What arrived before is still delivered. */
    void resetArrived() {
        carrier.kill();
        end(new CloseReason.Reset());
    }

    /** The attempt to connect failed. */
    void fail(CloseReason why) {
        if (!isOver()) {
            drop(why);
        }
    }

    /** The program sent too much. */
    void sendLimit(long unsentBytes) {
        drop(new CloseReason.SendLimit(unsentBytes, options.sendLimitBytes()));
    }

    private void drop(CloseReason why) {
        in.discard();
        if (hasPeer()) {
            out.abort();
        } else {
            carrier.kill();
        }
        end(why);
    }

    @Override
    public void abort() {
        if (!isOver()) {
            drop(new CloseReason.LocalClosed());
        }
    }

    @Override
    public void close() {
        if (isOver() || closing) {
            return;
        }
        if (state == State.OPENING) {
            abort();
            return;
        }
        finish();
        out.close();
        closeNow();
    }

    private void closeNow() {
        closing = true;
        in.discard();
        if (carrier.isFinSent()) {
            finSent();
        }
    }

    @Override
    public void finish() {
        if (!isOver() && !out.isFinished()) {
            peerFirst = in.isEndDelivered();
            out.finish();
        }
    }

    /** Sends what is on its way, and closes. */
    void breakOff(CloseReason why) {
        if (!isOver() && !closing) {
            fault = Optional.of(why);
            out.finishWire();
            closeNow();
        }
    }

    @Override
    public void startTls(Tls how) {
        if (!isOver() && !closing) {
            TlsLayer.check(this, !session.equals(NOBODY), out.isSealed(), out.isFinished());
            TlsLayer tls = new TlsLayer(session, new SimTls(lane, how), new TlsStream(this, out, in));
            session = tls;
            out.seal(tls);
            tls.begin();
        }
    }

    @Override
    public boolean send(ByteBuffer copied) {
        return out.send(copied);
    }

    @Override
    public boolean send(Payload shared) {
        return out.send(shared);
    }

    @Override
    public long unsentBytes() {
        return isOver() ? 0 : out.unsentBytes();
    }

    @Override
    public void pause() {
        in.pause();
    }

    @Override
    public void resume() {
        in.resume();
    }

    @Override
    public long tag() {
        return tag;
    }

    @Override
    public Address local() {
        return ends.local();
    }

    @Override
    public Address remote() {
        return ends.remote();
    }
}
