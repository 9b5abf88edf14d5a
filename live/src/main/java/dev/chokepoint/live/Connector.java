package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.Verdict;
import io.netty.channel.ChannelException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Future;

/** Opens one stream. Lane only. */
final class Connector implements Rules.Held {
    /** What has no answer is asked again after this, then after twice as long, and so on (RFC 6298 section 2). */
    private static final long FIRST_RETRY_NANOS = 1_000_000_000L;

    private final Lane lane;
    private final Address from;
    private final Address to;
    private final StreamOptions options;
    private final LiveConnection connection;
    private final Peers.Peer peer;
    private long retryNanos = FIRST_RETRY_NANOS;
    private boolean heldBack;
    private Runnable heldTask = () -> {};
    private Future<?> timeOut; // set when there is a socket

    private Connector(Lane lane, Address from, Address to, StreamOptions options, LiveConnection connection) {
        this.lane = lane;
        this.from = from;
        this.to = to;
        this.options = options;
        this.connection = connection;
        this.peer = lane.host().peers().at(to);
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
        timeOut = lane.schedule(options.connectTimeoutNanos(), this::timedOut);
        socket.join(lane, failure -> {
            if (failure == null) {
                cross(false, () -> dial(port));
            } else {
                failed(failure);
            }
        });
    }

    /** The SYN has crossed the link, if there is one. */
    private void dial(SocketPort port) {
        if (!connection.isOver()) {
            port.connect(from, to, failure -> cross(true, () -> answered(port, failure)));
        }
    }

    private void timedOut() {
        peer.forget(this);
        connection.fail(new CloseReason.TimedOut());
    }

    /** One packet crosses to the peer, or back, if the rules let it. */
    private void cross(boolean back, Runnable task) {
        switch (peer.judge(0, back, this)) {
            case Verdict.Pass _ -> cross(back, 0, task);
            case Verdict.Delay delay -> cross(back, delay.nanos(), task);
            case Verdict.Drop _ -> {
                heldBack = back;
                heldTask = task;
                if (peer.isOff()) {
                    peer.forget(this); // it will not listen as soon as it lives
                    var _ = lane.schedule(retryNanos, this::again);
                    retryNanos *= 2;
                }
            }
        }
    }

    private void cross(boolean back, long delayNanos, Runnable task) {
        Optional<Long> crossing = peer.link().map(link -> back ? link.backNanos() : link.thereNanos());
        if (crossing.isPresent() || delayNanos > 0) {
            var _ = lane.schedule(crossing.orElse(0L) + delayNanos, task);
        } else {
            lane.outsideCallbacks(task);
        }
    }

    @Override
    public void again() {
        lane.execute(() -> {
            if (!connection.isOver()) {
                cross(heldBack, heldTask);
            }
        });
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
