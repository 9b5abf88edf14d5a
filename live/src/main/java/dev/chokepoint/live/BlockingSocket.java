package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.Condition;
import java.util.function.Consumer;

/** A stream socket of the JDK's on which a thread of its own waits. */
final class BlockingSocket implements StreamSocket {
    static final String NO_THREAD = "no thread for another connection";
    /** What each connection's thread reads into: as much as the classic buffered stream. */
    private static final int READ_BYTES = 8 << 10;

    private final SocketChannel channel;
    private final WriteQueue queue = new WriteQueue(); // lane only
    private long inFlight;
    private boolean writing;
    private BlockingLoop loop; // set by join
    private Condition change; // set by join
    private Lane lane; // set by open
    private SocketPort port; // set by open
    private volatile Errand reader; // that of the thread that reads, null when there is none
    private volatile boolean reading;
    private volatile boolean ended;
    private volatile boolean closed;

    BlockingSocket(SocketChannel channel) {
        this.channel = channel;
    }

    // ---- its thread

    /** Runs something on a thread of its own, which then reads; false when there can't be one. */
    private boolean start(Consumer<Errand> first) {
        Errand errand = new Errand(this);
        reader = errand;
        boolean started = loop.start(() -> {
            first.accept(errand);
            readOn(errand);
        });
        if (!started) {
            reader = null;
        }
        return started;
    }

    private void readOn(Errand errand) {
        ReadBuffer buffer = new ReadBuffer(ByteBuffer.allocate(READ_BYTES));
        while (mayRead(errand)) {
            try {
                int count = buffer.read(channel);
                loop.turn(() -> read(buffer, count), errand);
            } catch (IOException e) {
                loop.turn(() -> fail(e), errand);
                return;
            }
        }
    }

    /** Waits while the program has paused; false when there is nothing more for this thread to read. */
    private boolean mayRead(Errand errand) {
        if (!reading || isOver(errand)) {
            loop.await(change, () -> reading || isOver(errand));
        }
        return !isOver(errand);
    }

    private boolean isOver(Errand errand) {
        return closed || ended || !errand.equals(reader);
    }

    private void read(ReadBuffer buffer, int count) {
        if (closed) {
            return;
        }
        if (count > 0) {
            port.received(buffer.bytes());
        } else if (count < 0) {
            ended = true;
            port.ended();
        }
    }

    private void fail(Throwable cause) {
        if (!closed && port != null) {
            port.failed(cause);
        }
    }

    /** The thread of this errand is stuck in writing: another one reads from now on. */
    void replace(Errand stuck) {
        if (stuck.equals(reader) && !closed && !ended && !start(_ -> {})) {
            lane.execute(() -> fail(new IOException(NO_THREAD)));
        }
    }

    // ---- for its port

    @Override
    public void join(Lane newLane, Consumer<Throwable> outcome) {
        if (newLane.loop().isCurrent()) {
            join((BlockingLoop) newLane.loop(), outcome);
        } else {
            newLane.execute(() -> join((BlockingLoop) newLane.loop(), outcome));
        }
    }

    private void join(BlockingLoop newLoop, Consumer<Throwable> outcome) {
        loop = newLoop;
        change = loop.newCondition();
        boolean ready = !channel.isConnected() || start(_ -> {});
        outcome.accept(ready ? null : new IOException(NO_THREAD));
    }

    @Override
    public void open(Lane newLane, SocketPort newPort, Address address, StreamOptions options) {
        lane = newLane;
        port = newPort;
        try {
            JdkChannels.setOptions(channel, address, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void connect(Address from, Address to, Consumer<Throwable> outcome) {
        boolean started = start(errand -> {
            Throwable failure = dial(from, to);
            loop.turn(() -> outcome.accept(failure), errand);
        });
        if (!started) {
            outcome.accept(new IOException(NO_THREAD));
        }
    }

    /** What went wrong, or null. */
    private Throwable dial(Address from, Address to) {
        try {
            JdkChannels.bind(channel, from, to);
            channel.connect(JdkChannels.socketAddress(to));
            return null;
        } catch (IOException | RuntimeException e) {
            return e;
        }
    }

    @Override
    public Address local(Address otherwise) {
        return JdkChannels.local(channel, otherwise);
    }

    @Override
    public Address remote(Address otherwise) {
        return JdkChannels.remote(channel, otherwise);
    }

    @Override
    public void write(ByteBuf bytes) {
        if (closed) {
            bytes.release();
        } else {
            queue.add(bytes);
        }
    }

    @Override
    public boolean flush() {
        if (!writing && !queue.isEmpty()) {
            writing = true;
            loop.unwritten(this, lane.inCallback());
        }
        return !writing;
    }

    @Override
    public long handedBytes() {
        return inFlight + queue.bytes();
    }

    @Override
    public void read(boolean on) {
        reading = on;
        change.signal();
    }

    @Override
    public void finish() {
        try {
            channel.shutdownOutput();
        } catch (IOException e) {
            lane.execute(() -> fail(e));
        }
    }

    @Override
    public void abandon() {
        JdkChannels.abandon(channel);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        JdkChannels.closeQuietly(channel);
        if (loop != null) { // else it has never been read
            queue.clear();
            change.signal();
        }
        if (port != null) {
            port.gone();
            port.closed();
        }
    }

    // ---- for whoever writes

    /** Gives away what is to be written. */
    void take(WriteQueue batch) {
        inFlight = queue.bytes();
        queue.moveTo(batch);
    }

    /** Nobody writes it yet. */
    void giveBack(WriteQueue batch) {
        batch.moveTo(queue);
        inFlight = 0;
    }

    /** Waits until the kernel has taken all. Any thread, one at a time. */
    void write(WriteQueue batch) throws IOException {
        batch.writeTo(channel);
    }

    /** Waits until the kernel has taken all, and reports in a later turn. Any thread, one at a time. */
    void writeNow(WriteQueue batch) {
        IOException failure;
        try {
            write(batch);
            failure = null;
        } catch (IOException e) {
            batch.clear();
            failure = e;
        }
        IOException why = failure;
        lane.execute(() -> written(why));
    }

    /** {@code failure} is null when all was written. */
    void written(IOException failure) {
        inFlight = 0;
        writing = false;
        if (closed) {
            return;
        }
        if (failure != null) {
            fail(failure);
        } else if (queue.isEmpty()) {
            port.drained();
        } else {
            flush();
        }
    }
}
