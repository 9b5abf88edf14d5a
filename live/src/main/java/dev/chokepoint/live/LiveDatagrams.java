package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramError;
import dev.chokepoint.host.DatagramHandler;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Datagrams;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Phase;
import dev.chokepoint.host.world.Verdict;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** One lane's share of a datagram socket: the seam's promises. Lane only, except {@link #isOn} and {@link #hand}. */
final class LiveDatagrams implements Datagrams, Sender, Port {
    /** When the kernel had no room it soon will; this is how soon to try again. */
    private static final long RETRY_NANOS = 200_000;

    /** Those of IP and UDP. */
    private static final int IPV4_HEADERS = 28;

    private static final int IPV6_HEADERS = 48;

    private final Lane lane;
    private final DatagramPort port;
    private final DatagramOptions options;
    private final long tag;
    private final DatagramHandler handler;
    private final DatagramOutbox outbox = new DatagramOutbox();
    private final DatagramPath path;
    private final AtomicLong handedBytes = new AtomicLong();
    private Address.Inet peerAddress; // whose peer was looked up last
    private Peers.Peer peer;
    private long refused;
    private boolean dirty;
    private boolean wantsWritable;
    private boolean checking;
    private boolean closed;
    private boolean left;

    LiveDatagrams(Lane lane, DatagramPort port, DatagramOptions options, long tag, DatagramHandler handler) {
        this.lane = lane;
        this.port = port;
        this.options = options;
        this.tag = tag;
        this.handler = handler;
        this.path = new DatagramPath(lane, this);
    }

    boolean isOn(Lane other) {
        return lane.index() == other.index();
    }

    // ---- what the program calls

    @Override
    public long tag() {
        return tag;
    }

    @Override
    public Address local() {
        return port.local();
    }

    @Override
    public Optional<Address> remote() {
        return port.remote();
    }

    @Override
    public boolean send(Address to, ByteBuffer copied) {
        if (closed) {
            copied.position(copied.limit());
            return true;
        }
        Address.Inet destination = checked(to, copied.remaining());
        long unsent = unsentBytes();
        if (unsent > 0 && unsent + DatagramOptions.charge(copied.remaining()) > options.sendBufferBytes()) {
            refused++;
            wantsWritable = true;
            return false;
        }
        lane.units().wrote(copied.remaining());
        outbox.add(port.local(), destination, copied, lane.meter());
        if (!dirty) {
            dirty = true;
            lane.markDirty(this);
        }
        return true;
    }

    /** What the send buffer holds: a socket without a link gives it to the kernel at the end of the turn. */
    private long unsentBytes() {
        return outbox.chargedBytes() + (path.isEmpty() ? 0 : path.waitingBytes(System.nanoTime()));
    }

    private Address.Inet checked(Address to, int bytes) {
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a datagram of " + bytes + " B: must have at most " + MAX_BYTES + "; split it");
        }
        if (port.remote().isPresent() && !port.remote().get().equals(to)) {
            throw new IllegalArgumentException("a datagram to " + to + ": this socket is connected to "
                    + port.remote().get() + "; bind one to talk to anybody");
        }
        if (!(to instanceof Address.Inet inet) || to.family() != local().family()) {
            throw new IllegalArgumentException("a datagram to " + to + " from " + local()
                    + ": must be of the same address family; bind a socket of that one");
        }
        return inet;
    }

    @Override
    public long refused() {
        return refused;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            outbox.announce(lane.meter().stages(), System.nanoTime());
            push();
        }
    }

    // ---- the way out

    @Override
    public void flush(long nowNanos) {
        dirty = false;
        outbox.announce(lane.meter().stages(), nowNanos);
        push();
    }

    private void push() {
        while (!outbox.isEmpty()) {
            Peers.Peer to = peer(outbox.firstTo());
            if (!pushFirst(to)) {
                var _ = lane.schedule(RETRY_NANOS, this::push);
                return;
            }
            outbox.removeFirst();
        }
        checkRoom();
        landed();
    }

    /** False when the kernel has no room. */
    private boolean pushFirst(Peers.Peer to) {
        int headers = outbox.firstTo().family() == Address.Family.IPV4 ? IPV4_HEADERS : IPV6_HEADERS;
        return switch (to.judge(headers + outbox.firstLength(), true)) {
            case Verdict.Pass _ -> to.link().isPresent() ? carry(to, 0) : sent(to);
            case Verdict.Delay delay -> carry(to, delay.nanos());
            case Verdict.Drop _ -> vanish();
        };
    }

    private boolean vanish() {
        if (outbox.firstIsMarked()) {
            Observer observer = lane.meter().stages().observer();
            int gone = observer.stage(Phase.RECOVERY, lane.host().name());
            observer.enter(outbox.firstMessage(), gone, System.nanoTime());
        }
        return true;
    }

    /** Tells the program as soon as half of the send buffer is empty. */
    private void checkRoom() {
        if (!wantsWritable || !outbox.isEmpty()) {
            return; // or the end of this turn checks again
        }
        long now = System.nanoTime();
        if (path.waitingBytes(now) <= options.sendBufferBytes() / 2) {
            wantsWritable = false;
            lane.outsideCallbacks(() -> tell(() -> handler.onWritable(this)));
        } else if (!checking) {
            checking = true;
            lane.at(path.nextLeaveNanos(now), this::checkAgain);
        }
    }

    private void checkAgain() {
        checking = false;
        checkRoom();
    }

    private Peers.Peer peer(Address.Inet to) {
        if (!to.equals(peerAddress)) {
            peer = lane.host().peers().at(to);
            peerAddress = to;
        }
        return peer;
    }

    private boolean carry(Peers.Peer to, long delayNanos) {
        var mark = new Parcel.Mark(outbox.firstIsMarked(), outbox.firstMessage());
        path.carry(new Parcel(outbox.firstTo(), outbox.shareFirstBytes(), mark), to, delayNanos, System.nanoTime());
        return true;
    }

    /** False when the kernel has no room. Stamped before: the peer may be awake before the system call returns. */
    private boolean sent(Peers.Peer to) {
        Stages stages = lane.meter().stages();
        if (outbox.firstIsMarked()) {
            stages.observer().enter(outbox.firstMessage(), to.inbox(), System.nanoTime());
        }
        boolean taken = send(outbox.firstBytes(), outbox.firstTo());
        if (!taken && outbox.firstIsMarked()) {
            stages.observer().enter(outbox.firstMessage(), stages.window(), System.nanoTime());
        }
        return taken;
    }

    /** A datagram has crossed its link. What the kernel has no room for is lost. */
    void arrived(Parcel parcel) {
        ByteBuf bytes = parcel.bytes();
        var _ = send(bytes.internalNioBuffer(bytes.readerIndex(), bytes.readableBytes()), parcel.to());
    }

    private boolean send(ByteBuffer datagram, Address.Inet to) {
        int from = datagram.position();
        try {
            return port.send(datagram, to);
        } catch (IOException e) {
            failed(e, to);
            if (!(Causes.datagram(e, to) instanceof DatagramError.PortUnreachable)) {
                return true; // it came to nothing, which is told
            }
        }
        try {
            return port.send(datagram.position(from), to); // that was about an earlier one
        } catch (IOException e) {
            return true; // told already
        }
    }

    /** Nothing of what was sent before is still here: a closed socket can go. */
    void landed() {
        if (closed && !left && outbox.isEmpty() && path.isEmpty()) {
            left = true;
            lane.closed(this);
            lane.host().datagramPorts().leave(port, this);
        }
    }

    // ---- the way in

    /** Another thread has received it for this lane; false when too much waits for the lane already. Reader's thread. */
    boolean hand(ByteBuffer datagram, Address.Inet from) {
        int charge = DatagramOptions.charge(datagram.remaining());
        if (handedBytes.get() + charge > options.receiveBufferBytes()) {
            return false;
        }
        handedBytes.addAndGet(charge);
        ByteBuf copy = Lane.allocator().directBuffer(datagram.remaining()).writeBytes(datagram);
        lane.execute(() -> {
            handedBytes.addAndGet(-charge);
            received(copy.internalNioBuffer(0, copy.readableBytes()), from);
            copy.release();
        });
        return true;
    }

    /** Calls the program. */
    void received(ByteBuffer datagram, Address.Inet from) {
        if (!closed && lane.enter()) {
            lane.units().read(datagram.remaining());
            try {
                lane.meter().given(from, port.local());
                handler.onDatagram(this, from, datagram);
            } catch (Throwable t) {
                lane.failed(t);
            } finally {
                lane.leave();
            }
        }
    }

    /** The kernel says what became of something sent to {@code to}; the news crosses the link, if there is one. */
    void failed(IOException cause, Address.Inet to) {
        DatagramError error = Causes.datagram(cause, to);
        Runnable news = () -> tell(() -> handler.onError(this, error));
        Optional<LiveLink> link = peer(to).link();
        if (link.isPresent()) {
            var _ = lane.schedule(link.get().backNanos(), news);
        } else {
            lane.outsideCallbacks(news);
        }
    }

    private void tell(Runnable news) {
        if (!closed) {
            lane.call(news);
        }
    }

    @Override
    public void orphan() {
        silence();
        lane.closed(this);
        lane.host().datagramPorts().leave(port, this);
    }

    /** Its socket goes on receiving for nobody: there is no answer that somebody could hear. */
    @Override
    public void silence() {
        closed = true;
        left = true;
        outbox.clear();
        path.clear();
    }

    @Override
    public void reboot() {
        orphan();
    }

    @Override
    public void stop() {
        closed = true;
        left = true;
        outbox.clear();
        path.clear();
        port.close();
    }
}
