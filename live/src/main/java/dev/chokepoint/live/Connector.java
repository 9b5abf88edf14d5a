package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;

/** Opens one stream. Lane only. */
final class Connector {
    private final Lane lane;
    private final Address from;
    private final Address to;
    private final StreamOptions options;
    private final LiveConnection connection;

    private Connector(Lane lane, Address from, Address to, StreamOptions options, LiveConnection connection) {
        this.lane = lane;
        this.from = from;
        this.to = to;
        this.options = options;
        this.connection = connection;
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
        var _ = lane.loop().register(channel).addListener(registered -> {
            if (!registered.isSuccess()) {
                failed(registered.cause());
                return;
            }
            ChannelFuture connecting = to instanceof Address.Inet
                    ? channel.connect(socket(to), socket(from))
                    : channel.connect(socket(to));
            var _ = connecting.addListener(outcome -> connected(channel, outcome));
        });
        lane.schedule(options.connectTimeoutNanos(), () -> {
            if (!connection.isOpen()) {
                connection.fail(new CloseReason.TimedOut());
            }
        });
    }

    private java.net.SocketAddress socket(Address address) {
        return SocketAddresses.toSocket(address, lane.host().transport());
    }

    private void connected(Channel channel, io.netty.util.concurrent.Future<? super Void> outcome) {
        lane.outsideCallbacks(() -> {
            if (outcome.isSuccess()) {
                connection.opened(SocketAddresses.fromSocket(channel.localAddress(), from), to);
                connection.announceOpen();
            } else {
                failed(outcome.cause());
            }
        });
    }

    private void failed(Throwable cause) {
        if (Causes.isOutOfDescriptors(cause)) {
            lane.host().connections().refused();
        }
        connection.fail(Causes.of(cause));
    }
}
