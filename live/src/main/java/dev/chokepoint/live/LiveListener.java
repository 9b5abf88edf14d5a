package dev.chokepoint.live;

import dev.chokepoint.host.Acceptor;
import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.ServerChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One listening socket, shared by the lanes that listen on its address. A host of one lane accepts on that lane, so that a
 * busy lane leaves connections in the kernel's queue; with several lanes the host's acceptor loop deals them out round robin
 * and stops while {@code backlog} of them wait for their lanes.
 */
final class LiveListener extends ChannelInboundHandlerAdapter {
    /** How long to leave the queue alone when descriptors have run out; trying at once would only burn the CPU. */
    private static final long ACCEPT_PAUSE_MILLIS = 100;

    private final HostLanes host;
    private final Address asked;
    private final StreamOptions options;
    private final AcceptCount count;
    private final AtomicInteger waiting = new AtomicInteger();
    private final List<LiveServer> servers = new CopyOnWriteArrayList<>();
    private ServerChannel channel; // set by open
    private Address local; // set by open
    private int next; // acceptor loop only
    private volatile boolean resting;
    private final Runnable wake = this::wake;

    private LiveListener(HostLanes host, Address asked, StreamOptions options) {
        this.host = host;
        this.asked = asked;
        this.options = options;
        this.count = host.accepts();
    }

    /** Opens the socket and waits for it; throws ListenException. Lane only. */
    static LiveListener open(HostLanes host, Address at, StreamOptions options, EventLoop acceptor) {
        LiveListener listener = new LiveListener(host, at, options);
        StaleSocket.makeRoom(at);
        Throwable failure = listener.bind(acceptor);
        if (failure != null) {
            throw Causes.listen(at, failure);
        }
        host.accepts().opened(options.backlog());
        return listener;
    }

    /** What went wrong, or null. */
    private Throwable bind(EventLoop acceptor) {
        try {
            channel = host.transport().newServer(SocketAddresses.family(asked));
            SocketOptions.forServer(channel, asked, options);
        } catch (ChannelException e) {
            return e;
        }
        ChannelFuture registered = acceptor.register(channel).awaitUninterruptibly();
        if (!registered.isSuccess()) {
            return registered.cause();
        }
        ChannelFuture bound =
                channel.bind(SocketAddresses.toSocket(asked, host.transport())).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            var _ = channel.close();
            return bound.cause();
        }
        local = SocketAddresses.fromSocket(channel.localAddress(), asked);
        channel.pipeline().addLast(this);
        return null;
    }

    Address local() {
        return local;
    }

    boolean isAt(Address at) {
        return asked.equals(at) || local.equals(at);
    }

    boolean hasLane(Lane lane) {
        return servers.stream().anyMatch(server -> server.isOn(lane));
    }

    LiveServer join(Lane lane, Acceptor acceptor) {
        LiveServer server = new LiveServer(this, lane, acceptor);
        servers.add(server);
        return server;
    }

    void leave(LiveServer server) {
        servers.remove(server);
        if (servers.isEmpty()) {
            host.listeners().close(this);
        }
    }

    void close() {
        var _ = channel.close();
        StaleSocket.remove(asked);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        Channel socket = (Channel) message;
        List<LiveServer> now = List.copyOf(servers);
        if (now.isEmpty()) {
            socket.unsafe().closeForcibly();
            return;
        }
        count.accepted();
        if (waiting.incrementAndGet() >= options.backlog()) {
            channel.config().setAutoRead(false);
        }
        now.get(next++ % now.size()).take(socket, options, this::taken);
        if (host.world().sockets().isSpent()) {
            rest();
        }
    }

    /** A lane has taken its connection. Lane thread. */
    private void taken() {
        if (waiting.decrementAndGet() < options.backlog()
                && !resting
                && !channel.config().isAutoRead()) {
            channel.config().setAutoRead(true);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (Causes.isOutOfDescriptors(cause)) {
            rest();
        }
    }

    /** Descriptors have run out: leaves the queue alone for a while. */
    private void rest() {
        if (!resting) {
            resting = true;
            count.refused();
            channel.config().setAutoRead(false);
            wakeLater();
        }
    }

    private void wakeLater() {
        var _ = channel.eventLoop().schedule(wake, ACCEPT_PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void wake() {
        if (host.world().sockets().isSpent()) {
            wakeLater();
        } else {
            resting = false;
            channel.config().setAutoRead(true);
        }
    }
}
