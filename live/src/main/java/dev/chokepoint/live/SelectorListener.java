package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** A listening socket of the JDK's that a selector watches. */
final class SelectorListener extends Watched implements ListenSocket {
    private final ServerSocketChannel channel;
    private final LiveListener listener;
    private volatile boolean accepting;

    private SelectorListener(ServerSocketChannel channel, LiveListener listener) {
        this.channel = channel;
        this.listener = listener;
    }

    static ListenSocket open(Address at, StreamOptions options, LiveListener listener, Watcher watcher)
            throws IOException {
        ServerSocketChannel channel = JdkChannels.listen(at, options);
        SelectorListener socket = new SelectorListener(channel, listener);
        socket.watch(channel, watcher);
        return socket;
    }

    @Override
    public Address local(Address otherwise) {
        return JdkChannels.local(channel, otherwise);
    }

    @Override
    public void accept(boolean on) {
        accepting = on;
        want(on ? SelectionKey.OP_ACCEPT : 0);
    }

    @Override
    public void close() {
        close(channel);
    }

    @Override
    void ready(int ops) {
        try {
            SocketChannel socket = accepting ? channel.accept() : null;
            while (socket != null) {
                listener.accepted(new SelectorSocket(socket));
                socket = accepting ? channel.accept() : null;
            }
        } catch (ClosedChannelException e) {
            // It was closed meanwhile.
        } catch (IOException e) {
            listener.failed(e);
        }
    }
}
