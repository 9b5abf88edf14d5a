package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/** A stream socket of the JDK's that never blocks: a selector tells when it is ready. */
final class SelectorSocket extends Watched implements StreamSocket {
    /** After so many full buffers of one connection the others get their turn. */
    private static final int READS_MAX = 16;

    private final SocketChannel channel;
    private final WriteQueue queue = new WriteQueue(); // lane only
    private Consumer<Throwable> onConnected = _ -> {}; // lane only
    private StreamWatcher watcher; // set by join
    private Lane lane; // set by open
    private SocketPort port; // set by open
    private volatile boolean reading;
    private boolean connecting;
    private boolean writing;
    private boolean ended;
    private boolean closed;

    SelectorSocket(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    public void join(Lane newLane, Consumer<Throwable> outcome) {
        if (newLane.loop().isCurrent()) {
            join((StreamWatcher) newLane.loop(), outcome);
        } else {
            newLane.execute(() -> join((StreamWatcher) newLane.loop(), outcome));
        }
    }

    private void join(StreamWatcher loop, Consumer<Throwable> outcome) {
        Throwable failure = null;
        watcher = loop;
        try {
            watch(channel, loop);
        } catch (IOException e) {
            failure = e;
        }
        outcome.accept(failure);
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
        Throwable failure = null;
        try {
            JdkChannels.bind(channel, from, to);
            connecting = !channel.connect(JdkChannels.socketAddress(to));
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
        if (connecting) {
            onConnected = outcome;
            wantMore();
        } else {
            outcome.accept(failure);
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
        if (!writing && !closed) {
            try {
                queue.writeTo(channel);
            } catch (IOException e) {
                queue.clear();
                lane.execute(() -> fail(e));
            }
            if (!queue.isEmpty()) {
                writing = true;
                wantMore();
            }
        }
        return !writing;
    }

    @Override
    public long handedBytes() {
        return queue.bytes();
    }

    @Override
    public void read(boolean on) {
        reading = on;
        wantMore();
    }

    private void wantMore() {
        int connect = connecting ? SelectionKey.OP_CONNECT : 0;
        int read = reading && !ended && !connecting ? SelectionKey.OP_READ : 0;
        int write = writing ? SelectionKey.OP_WRITE : 0;
        want(closed ? 0 : connect | read | write);
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
        if (!closed) {
            closed = true;
            queue.clear();
            close(channel);
            if (port != null) {
                port.gone();
                port.closed();
            }
        }
    }

    private void fail(Throwable cause) {
        if (!closed) {
            port.failed(cause);
        }
    }

    // ---- what the selector tells

    @Override
    void ready(int ops) {
        if ((ops & SelectionKey.OP_CONNECT) != 0) {
            watcher.turn(this::connected);
        }
        if ((ops & SelectionKey.OP_WRITE) != 0) {
            watcher.turn(this::writable);
        }
        if ((ops & SelectionKey.OP_READ) != 0) {
            readable();
        }
    }

    private void connected() {
        if (closed) {
            return;
        }
        Throwable failure = null;
        try {
            connecting = !channel.finishConnect();
        } catch (IOException e) {
            connecting = false;
            failure = e;
        }
        if (!connecting) {
            wantMore();
            onConnected.accept(failure);
        }
    }

    private void writable() {
        writing = false;
        boolean all = flush();
        wantMore();
        if (all && !closed) {
            port.drained();
        }
    }

    /** Reads outside of the lane's turns, and tells in one. */
    private void readable() {
        ReadBuffer buffer = watcher.buffer();
        boolean more = true;
        for (int i = 0; i < READS_MAX && more && reading; i++) {
            try {
                int count = buffer.read(channel);
                watcher.turn(() -> read(buffer, count));
                more = count == buffer.capacity();
            } catch (IOException e) {
                watcher.turn(() -> fail(e));
                more = false;
            }
        }
    }

    private void read(ReadBuffer buffer, int count) {
        if (closed) {
            return;
        }
        if (count > 0) {
            port.received(buffer.bytes());
        } else if (count < 0) {
            ended = true;
            wantMore();
            port.ended();
        }
    }
}
