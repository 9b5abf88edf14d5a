package dev.chokepoint.live;

import dev.chokepoint.host.Acceptor;
import dev.chokepoint.host.Address;
import dev.chokepoint.host.Server;
import dev.chokepoint.host.StreamOptions;

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
    void take(StreamSocket socket, StreamOptions options, Runnable taken) {
        socket.join(lane, failure -> {
            taken.run();
            if (failure == null) {
                introduce(socket, options);
            } else {
                lane.host().accepts().refused();
                socket.close();
            }
        });
    }

    private void introduce(StreamSocket socket, StreamOptions options) {
        if (closed || lane.stopped()) {
            socket.close();
            return;
        }
        Address local = socket.local(listener.local());
        Address remote = socket.remote(SocketAddresses.UNNAMED);
        LiveConnection connection = new LiveConnection(lane, local, remote, options, accepted++);
        lane.units().accepted();
        SocketPort.open(lane, socket, connection, local, options);
        connection.opened(local, remote);
        lane.call(() -> connection.use(acceptor.onAccept(connection)));
        connection.announceOpen();
    }
}
