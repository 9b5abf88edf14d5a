package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;

/** A listening socket of the JDK's on which a thread of its own waits. */
final class BlockingListener implements ListenSocket {
    private final ServerSocketChannel channel;
    private final LiveListener listener;
    private boolean accepting;
    private boolean closed;

    private BlockingListener(ServerSocketChannel channel, LiveListener listener) {
        this.channel = channel;
        this.listener = listener;
    }

    static ListenSocket open(Address at, StreamOptions options, LiveListener listener, LaneThreads threads)
            throws IOException {
        ServerSocketChannel channel = JdkChannels.listen(at, options);
        BlockingListener socket = new BlockingListener(channel, listener);
        try {
            threads.newThread(socket::run).start();
        } catch (OutOfMemoryError e) {
            channel.close();
            throw new IOException("cannot allocate memory for a thread", e);
        }
        return socket;
    }

    private void run() {
        while (mayAccept()) {
            try {
                listener.accepted(new BlockingSocket(channel.accept()));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                listener.failed(e);
            }
        }
    }

    private synchronized boolean mayAccept() {
        try {
            while (!accepting && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            return false; // nobody interrupts it but to end it
        }
        return !closed;
    }

    @Override
    public Address local(Address otherwise) {
        return JdkChannels.local(channel, otherwise);
    }

    @Override
    public synchronized void accept(boolean on) {
        accepting = on;
        notifyAll();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        JdkChannels.closeQuietly(channel);
    }
}
