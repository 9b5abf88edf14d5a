package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import io.netty.channel.ChannelException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Future;

/** Opens one stream. Lane only. */
final class Connector {
    private final Lane lane;
    private final Address from;
    private final Address to;
    private final StreamOptions options;
    private final LiveConnection connection;
    private final Optional<LiveLink> link;
    private Future<?> timeOut; // set when there is a socket

    private Connector(Lane lane, Address from, Address to, StreamOptions options, LiveConnection connection) {
        this.lane = lane;
        this.from = from;
        this.to = to;
        this.options = options;
        this.connection = connection;
        this.link = lane.host().peers().at(to).link();
    }

    static LiveConnection connect(
            Lane lane, Address from, Address to, StreamOptions options, long tag, Session session) {
        LiveConnection connection = new LiveConnection(lane, from, to, options, tag);
        connection.use(session);
        new Connector(lane, from, to, options, connection).begin();
        return connection;
    }

    private void begin() {
        if (to instanceof Address.Inet && from.family() != to.family()) {
            connection.fail(new CloseReason.Unreachable());
            return;
        }
        if (lane.host().world().sockets().isSpent()) {
            exhausted(new CloseReason.Exhausted("file descriptors"));
            return;
        }
        try {
            StreamSocket socket = lane.loop().socket(to);
            SocketPort port = SocketPort.open(lane, socket, connection, to, options);
            join(socket, port);
        } catch (IOException | ChannelException e) {
            failed(e);
        }
    }

    private void join(StreamSocket socket, SocketPort port) {
        timeOut = lane.schedule(options.connectTimeoutNanos(), () -> connection.fail(new CloseReason.TimedOut()));
        socket.join(lane, failure -> {
            if (failure == null) {
                after(link.map(LiveLink::thereNanos), () -> dial(port));
            } else {
                failed(failure);
            }
        });
    }

    /** The SYN has crossed the link, if there is one. */
    private void dial(SocketPort port) {
        if (!connection.isOver()) {
            port.connect(from, to, failure -> after(link.map(LiveLink::backNanos), () -> answered(port, failure)));
        }
    }

    private void after(Optional<Long> delayNanos, Runnable task) {
        if (delayNanos.isPresent()) {
            var _ = lane.schedule(delayNanos.get(), task);
        } else {
            lane.outsideCallbacks(task);
        }
    }

    /** The answer has crossed the link, too. */
    private void answered(SocketPort port, Throwable failure) {
        if (failure != null) {
            failed(failure);
        } else if (!connection.isOver()) {
            timeOut.cancel(false);
            connection.opened(port.local(from), to);
            connection.announceOpen();
        }
    }

    private void failed(Throwable cause) {
        if (timeOut != null) {
            timeOut.cancel(false);
        }
        switch (Causes.of(cause)) {
            case CloseReason.Exhausted reason -> exhausted(reason);
            case CloseReason reason -> connection.fail(reason);
        }
    }

    private void exhausted(CloseReason.Exhausted reason) {
        lane.host().connections().refused();
        connection.fail(reason);
    }
}
