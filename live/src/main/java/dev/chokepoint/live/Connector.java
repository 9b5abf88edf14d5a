package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Future;
import java.net.SocketAddress;
import java.util.Optional;

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
            Channel channel = lane.host().transport().newSocket(SocketAddresses.family(to));
            SocketPort.open(lane, channel, connection, to, options);
            SocketOptions.bindLate(channel);
            register(channel);
        } catch (ChannelException e) {
            failed(e);
        }
    }

    private void register(Channel channel) {
        timeOut = lane.schedule(options.connectTimeoutNanos(), () -> connection.fail(new CloseReason.TimedOut()));
        var _ = lane.loop().register(channel).addListener(registered -> {
            if (registered.isSuccess()) {
                after(link.map(LiveLink::thereNanos), () -> dial(channel));
            } else {
                failed(registered.cause());
            }
        });
    }

    /** The SYN has crossed the link, if there is one. */
    private void dial(Channel channel) {
        if (connection.isOver()) {
            return;
        }
        ChannelFuture connecting =
                to instanceof Address.Inet ? channel.connect(socket(to), socket(from)) : channel.connect(socket(to));
        var _ = connecting.addListener(
                outcome -> after(link.map(LiveLink::backNanos), () -> answered(channel, outcome)));
    }

    private void after(Optional<Long> delayNanos, Runnable task) {
        if (delayNanos.isPresent()) {
            var _ = lane.schedule(delayNanos.get(), task);
        } else {
            lane.outsideCallbacks(task);
        }
    }

    /** The answer has crossed the link, too. */
    private void answered(Channel channel, Future<? super Void> outcome) {
        if (!outcome.isSuccess()) {
            failed(outcome.cause());
        } else if (!connection.isOver()) {
            timeOut.cancel(false);
            connection.opened(SocketAddresses.fromSocket(channel.localAddress(), from), to);
            connection.announceOpen();
        }
    }

    private SocketAddress socket(Address address) {
        return SocketAddresses.toSocket(address, lane.host().transport());
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
