package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * {@link IoModel#PLATFORM} and {@link IoModel#VIRTUAL}: each connection has a thread that waits in a read and takes the lane's lock
 * to tell the program. What a turn has sent is written by the thread that took the turn, once it has let go of the lock; when a
 * socket keeps it waiting, another thread goes on in its place, so that a peer that doesn't read stops nobody but itself.
 *
 * <p>Datagram sockets have no connections to give threads to: one more thread waits for all of them.
 */
final class BlockingLoop extends LockLoop implements Watcher {
    /** A thread that has been writing for so long is taken for stuck. */
    private static final long STUCK_NANOS = 10_000_000;

    private final ConnectionThreads connections;
    private final ArrayDeque<BlockingSocket> unwritten = new ArrayDeque<>(); // lane only
    private final Set<Errand> writing = new LinkedHashSet<>(); // lane only
    private Helper helper; // lane only
    private boolean looking; // lane only
    private long turnBeganNanos; // lane only
    private volatile Readiness readiness; // null before the first datagram socket

    BlockingLoop(LaneThreads threads, ConnectionThreads connections) {
        super(threads);
        this.connections = connections;
        this.helper = new Helper(threads);
        begin();
    }

    // ---- for its sockets

    /** Starts a connection's thread; false when there can't be another. */
    boolean start(Runnable body) {
        return connections.start(body);
    }

    /** A turn on a connection's thread, which then writes what was sent in it. */
    void turn(Runnable body, Errand errand) {
        locked(
                () -> {
                    turnBeganNanos = System.nanoTime();
                    body.run();
                },
                () -> {
                    goOn(errand);
                    connections.turned(System.nanoTime() - turnBeganNanos);
                });
        write(errand);
    }

    private void write(Errand errand) {
        while (errand.write()) {
            locked(errand::report, () -> goOn(errand));
        }
    }

    private void goOn(Errand errand) {
        writing.remove(errand);
        if (errand.begin(unwritten)) {
            writing.add(errand);
            lookLater();
        }
    }

    /** It has something to write. Lane only. */
    void unwritten(BlockingSocket socket, boolean inCallback) {
        unwritten.add(socket);
        if (inCallback) {
            writeElsewhere(); // its thread goes on computing
        }
    }

    private void writeElsewhere() {
        while (!unwritten.isEmpty()) {
            if (!helper.write(unwritten.peek())) {
                return; // whoever takes the next turn writes it
            }
            unwritten.poll();
            lookLater();
        }
    }

    /** A turn of a thread that must not wait for any socket: others write. */
    @Override
    public void turn(Runnable body) {
        locked(body, this::writeElsewhere);
    }

    private void lookLater() {
        if (!looking) {
            looking = true;
            var _ = schedule(STUCK_NANOS, this::look);
        }
    }

    /** Has others go on in the place of those that are stuck. */
    private void look() {
        looking = false;
        for (Iterator<Errand> all = writing.iterator(); all.hasNext(); ) {
            Errand errand = all.next();
            if (errand.isStuck(STUCK_NANOS)) {
                all.remove();
                errand.giveUp(unwritten);
            }
        }
        if (helper.isStuck(STUCK_NANOS)) {
            helper = helper.replaced();
        }
        writeElsewhere();
        if (!writing.isEmpty() || helper.isBusy()) {
            lookLater();
        }
    }

    // ---- for its datagram sockets

    @Override
    public SelectionKey register(SelectableChannel channel, Watched watched) throws IOException {
        return readiness().register(channel, watched);
    }

    private synchronized Readiness readiness() {
        if (readiness == null) {
            readiness = new Readiness(threads(), Runnable::run);
        }
        return readiness;
    }

    @Override
    public void changed() {
        Readiness now = readiness;
        if (now != null) {
            now.changed();
        }
    }

    // ---- for its lane

    @Override
    public StreamSocket socket(Address to) throws IOException {
        return new BlockingSocket(SocketChannel.open(JdkChannels.family(to)));
    }

    @Override
    public ListenSocket listen(Address at, StreamOptions options, LiveListener listener) throws IOException {
        return BlockingListener.open(at, options, listener, threads());
    }

    @Override
    public UdpSocket udp(Address.Inet at) throws IOException {
        return NioUdp.open(JdkChannels.family(at), new SelectorUdpWatch(this));
    }

    @Override
    public int coresMax() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public long cpuNanos() {
        return threads().cpuNanos() + connections.cpuNanos();
    }

    @Override
    public void stop() {
        super.stop();
        execute(() -> helper.stop());
        Readiness now = readiness;
        if (now != null) {
            now.stop();
        }
    }

    @Override
    public void awaitStopped() {
        super.awaitStopped();
        connections.awaitEnded();
    }
}
