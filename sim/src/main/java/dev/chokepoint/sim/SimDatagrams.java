package dev.chokepoint.sim;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Address.Inet;
import dev.chokepoint.host.DatagramError;
import dev.chokepoint.host.DatagramHandler;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Datagrams;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A datagram socket: what waits to leave, and what has arrived. */
final class SimDatagrams implements Datagrams, Callback, Flushable {
    private final DatagramSockets sockets;
    private final Lane lane;
    private final End local;
    private final Optional<Address> remote;
    private final DatagramOptions options;
    private final long tag;
    private final DatagramHandler handler;

    private final Deque<Datagram> unflushed = new ArrayDeque<>(2);
    private final Deque<Datagram> received = new ArrayDeque<>(2);

    /** The way of the last send, which the next one probably takes too. */
    private Destination destination = Destination.NOWHERE;

    private int unsentBytes;
    private int receivedBytes;
    private long refused;
    private boolean wantsRoom;
    private boolean readPosted;
    private Optional<DatagramError> error = Optional.empty();
    private boolean closed;

    SimDatagrams(
            DatagramSockets sockets,
            Lane lane,
            End local,
            Optional<Address> remote,
            DatagramOptions options,
            long tag,
            DatagramHandler handler) {
        this.sockets = sockets;
        this.lane = lane;
        this.local = local;
        this.remote = remote;
        this.options = options;
        this.tag = tag;
        this.handler = handler;
    }

    Lane lane() {
        return lane;
    }

    DatagramOptions options() {
        return options;
    }

    DatagramSockets sockets() {
        return sockets;
    }

    long nowNanos() {
        return lane.engine().nowNanos();
    }

    @Override
    public boolean send(Address to, ByteBuffer copied) {
        if (closed) {
            return true;
        }
        Inet target = check(to, copied.remaining());
        int charge = DatagramOptions.charge(copied.remaining());
        if (unsentBytes > 0 && unsentBytes + charge > options.sendBufferBytes()) {
            refused++;
            wantsRoom = true;
            return false;
        }
        byte[] bytes = new byte[copied.remaining()];
        copied.get(bytes);
        if (!destination.is(target)) {
            destination = sockets.destination(lane.machine(), target);
        }
        boolean marked = lane.meter().isWorking();
        long message = marked ? lane.meter().sending() : 0;
        unsentBytes += charge;
        if (unflushed.isEmpty()) {
            lane.flushLater(this);
        }
        unflushed.add(new Datagram(this, local, destination, bytes, marked, message));
        return true;
    }

    private Inet check(Address to, int length) {
        if (!(to instanceof Inet target) || to.family() != local.at().family()) {
            throw new IllegalArgumentException("can't send a datagram from " + local.at() + " to " + to
                    + ": both must be of one internet address family");
        }
        if (remote.isPresent() && !remote.get().equals(to)) {
            throw new IllegalArgumentException("can't send a datagram to " + to + ": this socket is connected to "
                    + remote.get() + "; bind one to send to anybody");
        }
        if (length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a datagram of " + length + " bytes to " + to + ": at most " + MAX_BYTES + " fit");
        }
        return target;
    }

    @Override
    public void flush() {
        while (!unflushed.isEmpty()) {
            Datagram datagram = unflushed.poll();
            lane.charge(lane.costs().writeNanos(datagram.bytes().length));
            sockets.send(datagram, lane);
        }
    }

    /** A datagram of this socket no longer waits to leave its host. */
    void left(int charge) {
        unsentBytes -= charge;
        if (wantsRoom && unsentBytes <= options.sendBufferBytes() / 2) {
            wantsRoom = false;
            lane.post(this, EventKind.ON_ROOM);
        }
    }

    /** Whether this socket listens to {@code from}. */
    boolean hears(Address from) {
        return remote.isEmpty() || remote.get().equals(from);
    }

    /** A datagram has arrived. */
    void receive(Datagram datagram) {
        DatagramBuffer buffer = lane.machine().datagramBuffer();
        if (receivedBytes > 0 && receivedBytes + datagram.charge() > options.receiveBufferBytes()) {
            buffer.dropped();
            datagram.enter(lane.machine().stages().recovery(), nowNanos());
            return;
        }
        receivedBytes += datagram.charge();
        buffer.add(datagram.charge(), nowNanos());
        datagram.enter(lane.machine().stages().inbox(), nowNanos());
        received.add(datagram);
        if (!readPosted) {
            readPosted = true;
            lane.post(this, EventKind.ON_DATAGRAM);
        }
    }

    /** The peer's host says that nobody has that port; only a connected socket can tell whose fault it is. */
    void portUnreachable(Address to) {
        if (remote.isPresent()) {
            fail(new DatagramError.PortUnreachable(to));
        }
    }

    /** Tells the program of a failure, unless it has one to hear of already. */
    void fail(DatagramError what) {
        if (error.isEmpty()) {
            error = Optional.of(what);
            lane.post(this, EventKind.ON_ERROR);
        }
    }

    @Override
    public boolean take(EventKind kind) {
        if (kind == EventKind.ON_DATAGRAM) {
            readPosted = false;
        }
        return !closed;
    }

    @Override
    public long call(EventKind kind) {
        switch (kind) {
            case ON_DATAGRAM -> {
                return deliver();
            }
            case ON_ERROR -> {
                DatagramError what = error.orElseThrow();
                error = Optional.empty();
                handler.onError(this, what);
            }
            case ON_ROOM -> handler.onWritable(this);
            default -> throw new IllegalStateException("no callback of a datagram socket: " + kind);
        }
        return 0;
    }

    /** Gives the program everything that is there, in one turn. */
    private long deliver() {
        long bytes = 0;
        while (!received.isEmpty() && !closed) {
            Datagram datagram = received.poll();
            release(datagram);
            bytes += datagram.bytes().length;
            lane.charge(lane.costs().readNanos(datagram.bytes().length));
            datagram.read(lane.meter());
            handler.onDatagram(this, datagram.from().at(), datagram.view());
        }
        return bytes;
    }

    private void release(Datagram datagram) {
        receivedBytes -= datagram.charge();
        lane.machine().datagramBuffer().remove(datagram.charge(), nowNanos());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            while (!received.isEmpty()) {
                release(received.poll());
            }
            sockets.closed(this, lane.machine());
        }
    }

    @Override
    public long tag() {
        return tag;
    }

    @Override
    public Inet local() {
        return local.at();
    }

    @Override
    public Optional<Address> remote() {
        return remote;
    }

    @Override
    public long refused() {
        return refused;
    }
}
