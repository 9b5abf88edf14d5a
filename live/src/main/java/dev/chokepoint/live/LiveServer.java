package dev.chokepoint.live;

import dev.chokepoint.host.Acceptor;
import dev.chokepoint.host.Address;
import dev.chokepoint.host.Server;
import dev.chokepoint.host.StreamOptions;
import io.netty.channel.Channel;

/** One lane's share of a listener. Lane only, except {@link #isOn} and {@link #take}. */
final class LiveServer implements Server {
    private final LiveListener listener;
    private final Lane lane;
    private final Acceptor acceptor;
    private long accepted;
    private boolean closed;

    LiveServer(LiveListener listener, Lane lane, Acceptor acceptor) {
        this.listener = listener;
        this.lane = lane;
        this.acceptor = acceptor;
    }

    boolean isOn(Lane other) {
        return lane.index() == other.index();
    }

    @Override
    public Address local() {
        return listener.local();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            listener.leave(this);
        }
    }

    /** Moves an accepted socket to the lane, where the program gets to know it. The acceptor's thread. */
    void take(Channel socket, StreamOptions options, Runnable taken) {
        socket.config().setAutoRead(false);
        var _ = lane.loop().register(socket).addListener(registered -> {
            taken.run();
            if (registered.isSuccess()) {
                introduce(socket, options);
            }
        });
    }

    private void introduce(Channel socket, StreamOptions options) {
        if (closed || lane.stopped()) {
            var _ = socket.close();
            return;
        }
        Address local = SocketAddresses.fromSocket(socket.localAddress(), listener.local());
        Address remote = SocketAddresses.fromSocket(socket.remoteAddress(), SocketAddresses.UNNAMED);
        LiveConnection connection = new LiveConnection(lane, local, remote, options, accepted++);
        lane.units().accepted();
        SocketPort.open(lane, socket, connection, local, options);
        connection.opened(local, remote);
        lane.call(() -> connection.use(acceptor.onAccept(connection)));
        connection.announceOpen();
    }
}
