package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Tls;
import dev.chokepoint.host.world.TlsLayer;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.Optional;

/** One end of a stream: the seam's promises about order, half-close, back-pressure and one last onClose. Lane only. */
final class LiveConnection implements Connection, Sender {
    private final Lane lane;
    private final StreamOptions options;
    private final long tag;
    private final Outgoing outgoing;
    private final Incoming incoming;
    private Address local;
    private Address remote;
    private Session session; // set before the first callback
    private SocketPort port; // null when there is no socket (yet)
    private TlsLayer tls; // null in plain text
    private Optional<CloseReason> fault = Optional.empty();

    private boolean open;
    private boolean over;
    private boolean dirty;
    private boolean wantsWritable;
    private boolean finishing;
    private boolean endDue;
    private boolean closing;
    private boolean finished;
    private boolean peerFinishedFirst;

    LiveConnection(Lane lane, Address local, Address remote, StreamOptions options, long tag) {
        this.lane = lane;
        this.local = local;
        this.remote = remote;
        this.options = options;
        this.tag = tag;
        this.outgoing = new Outgoing(lane);
        this.incoming = new Incoming(lane, this);
    }

    void use(Session receiver) {
        session = receiver;
    }

    // ---- what the program calls

    @Override
    public long tag() {
        return tag;
    }

    @Override
    public Address local() {
        return local;
    }

    @Override
    public Address remote() {
        return remote;
    }

    @Override
    public boolean send(ByteBuffer copied) {
        if (over || finishing || !copied.hasRemaining()) {
            copied.position(copied.limit());
            return true;
        }
        outgoing.add(copied);
        return sent();
    }

    @Override
    public boolean send(Payload shared) {
        if (over || finishing || shared.length() == 0) {
            return true;
        }
        outgoing.add(shared);
        return sent();
    }

    private boolean sent() {
        markDirty();
        long unsent = outgoing.unsentBytes();
        if (unsent <= options.highMarkBytes()) {
            return true;
        }
        if (unsent > options.sendLimitBytes()) {
            reset(new CloseReason.SendLimit(unsent, options.sendLimitBytes()));
        }
        wantsWritable = true;
        return false;
    }

    @Override
    public long unsentBytes() {
        return over ? 0 : outgoing.unsentBytes();
    }

    @Override
    public void pause() {
        if (!over && !closing) {
            incoming.pause();
        }
    }

    @Override
    public void resume() {
        if (!over && !closing) {
            incoming.resume();
        }
    }

    @Override
    public void startTls(Tls how) {
        if (over || closing) {
            return;
        }
        TlsLayer.check(this, session != null, tls != null, finishing);
        tls = new TlsLayer(session, new LiveTls(lane, how), new TlsStream(this, outgoing, incoming));
        session = tls;
        outgoing.seal(tls);
        tls.begin();
    }

    @Override
    public void finish() {
        if (!over && !finishing) {
            finishing = true;
            if (tls == null) {
                finishWire();
            } else {
                tls.finish();
            }
        }
    }

    @Override
    public void close() {
        if (over || closing) {
            return;
        }
        if (!open) {
            reset(new CloseReason.LocalClosed());
            return;
        }
        if (tls == null) {
            finishWire();
        } else {
            tls.close();
        }
        closeNow();
    }

    private void closeNow() {
        closing = true;
        finishing = true;
        incoming.discard();
        read(true);
        markDirty();
    }

    @Override
    public void abort() {
        if (!over) {
            reset(new CloseReason.LocalClosed());
        }
    }

    void read(boolean on) {
        if (open) {
            port.read(on);
        }
    }

    void markDirty() {
        if (!dirty) {
            dirty = true;
            lane.markDirty(this);
        }
    }

    /** Nothing more is added: FIN follows. */
    void finishWire() {
        endDue = true;
        markDirty();
    }

    /** Sends what is on its way, and closes. */
    void breakOff(CloseReason reason) {
        if (!over && !closing) {
            fault = Optional.of(reason);
            finishWire();
            closeNow();
        }
    }

    // ---- what the socket tells

    void attach(SocketPort socket) {
        port = socket;
    }

    /** The stream is established. The session must be known by now, unless the acceptor is about to name it. */
    void opened(Address boundLocal, Address boundRemote) {
        local = boundLocal;
        remote = boundRemote;
        open = true;
        outgoing.goes(LiveMeter.way(local, remote));
        outgoing.attach(port, lane.host().peers().at(remote), options.windowBytes(), this::drained);
        lane.host().connections().opened();
    }

    /** Tells the program that it is open, and starts reading. */
    void announceOpen() {
        if (over || closing) {
            return;
        }
        lane.call(() -> session.onOpen(this));
        if (over) {
            return;
        }
        markDirty();
        incoming.begin();
    }

    void received(ByteBuf bytes) {
        if (!over && !closing) {
            incoming.received(bytes);
        }
    }

    /** Whether the program may be given something, unless it has paused. */
    boolean isReceiving() {
        return open && !over && !closing;
    }

    /** Gives the program bytes; from the moment that it begins TLS they are for that. */
    void give(ByteBuffer bytes) {
        boolean plain = tls == null;
        session.onBytes(this, bytes);
        if (plain && tls != null) {
            session.onBytes(this, bytes);
        }
        if (tls != null && bytes.hasRemaining() && isReceiving()) {
            incoming.giveBack(bytes);
        }
    }

    void peerFinished() {
        if (!over) {
            incoming.peerFinished();
        }
    }

    void deliverEnd() {
        peerFinishedFirst = !finishing;
        lane.call(() -> session.onEnd(this));
        endIfBothFinished();
    }

    private void endIfBothFinished() {
        if (finished && incoming.isEndDelivered() && !over) {
            end(orderly());
            outgoing.closeGently();
        }
    }

    private CloseReason orderly() {
        return fault.orElseGet(() -> peerFinishedFirst ? new CloseReason.PeerClosed() : new CloseReason.LocalClosed());
    }

    /** The socket failed. */
    void broken(Throwable cause) {
        if (!over) {
            end(closing ? orderly() : Causes.of(cause));
        }
        port.reset();
    }

    /** The world ends: no callback, but memory goes back. */
    void stop() {
        over = true;
        outgoing.clear();
        incoming.discard();
    }

    /** Its process is dead: what the program had yet to send goes with it, and the kernel closes the socket. */
    void orphan() {
        boolean unread = incoming.hasUnread();
        stop();
        if (unread) {
            port.abandon();
        }
        if (open) {
            outgoing.orphan();
        } else {
            port.close();
        }
    }

    boolean isOver() {
        return over;
    }

    void socketClosed() {
        if (open) {
            lane.host().connections().closed();
        }
    }

    /** It can't be opened. */
    void fail(CloseReason reason) {
        if (!over) {
            reset(reason);
        }
    }

    /** The socket is closed, and this side did not do it. */
    void gone() {
        if (!over) {
            end(closing ? orderly() : new CloseReason.Reset());
        }
    }

    // ---- the way out

    @Override
    public void flush(long nowNanos) {
        dirty = false;
        if (over) {
            return;
        }
        outgoing.announce(nowNanos);
        if (open) {
            drained();
        }
    }

    /** The way out may be free: moves on, and tells the program what has become possible. */
    private void drained() {
        if (over || lane.stopped()) {
            return; // stopped: what the program did after its host had died did not happen
        }
        outgoing.push();
        long unsent = outgoing.unsentBytes();
        if (unsent == 0 && endDue && !finished) {
            finishNow();
        }
        if (wantsWritable && unsent <= options.highMarkBytes() / 2) {
            wantsWritable = false;
            lane.outsideCallbacks(this::tellWritable);
        }
    }

    private void tellWritable() {
        if (!over && !finishing) {
            lane.call(() -> session.onWritable(this));
        }
    }

    private void finishNow() {
        finished = true;
        outgoing.finish();
        if (closing) {
            end(orderly());
            outgoing.closeGently();
        } else {
            endIfBothFinished();
        }
    }

    private void reset(CloseReason reason) {
        end(reason);
        if (open) {
            outgoing.reset();
        } else if (port != null) {
            port.reset();
        }
    }

    /** Ends it for the program: what is pending is dropped, and onClose follows. */
    private void end(CloseReason reason) {
        over = true;
        outgoing.clear();
        incoming.discard();
        lane.outsideCallbacks(() -> lane.call(() -> session.onClose(this, reason)));
    }
}
