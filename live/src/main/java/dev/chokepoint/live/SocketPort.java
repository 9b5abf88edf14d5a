package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.unix.UnixChannel;
import io.netty.util.concurrent.Future;
import java.io.IOException;

/**
 * One stream socket. It may outlive its connection: a closed one still drains what the peer sends, for a bounded time, because
 * closing a socket with unread bytes makes the kernel reset it and destroy what was sent last. Lane only.
 */
final class SocketPort extends ChannelInboundHandlerAdapter implements Port {
    /** As long as common servers linger for a peer that doesn't finish. */
    private static final long LINGER_NANOS_MAX = 2_000_000_000L;

    private final Lane lane;
    private final Channel channel;
    private final LiveConnection connection;
    private Runnable onDrained = () -> {};
    private Runnable onGone = () -> {};
    private boolean detached;
    private boolean inputEnded;
    private boolean endHidden;
    private boolean outputEnded;
    private boolean blocked;
    private long handed;

    private SocketPort(Lane lane, Channel channel, LiveConnection connection) {
        this.lane = lane;
        this.channel = channel;
        this.connection = connection;
    }

    /** Puts a connection on a socket that isn't read yet. May throw Netty's ChannelException. */
    static SocketPort open(
            Lane lane, Channel channel, LiveConnection connection, Address address, StreamOptions options) {
        SocketOptions.forStream(channel, address, options, lane);
        SocketPort port = new SocketPort(lane, channel, connection);
        channel.pipeline().addLast(port);
        connection.attach(port);
        SocketBudget sockets = lane.host().world().sockets();
        if (address instanceof Address.UnixPath && lane.host().transport() != Transport.EPOLL) {
            RecvByteBufAllocator reads = channel.config().getRecvByteBufAllocator();
            channel.config()
                    .setRecvByteBufAllocator(
                            new EndWatch(reads, () -> lane.loop().execute(port::endHidden)));
        }
        lane.opened(port);
        sockets.opened();
        var _ = channel.closeFuture().addListener(_ -> {
            lane.closed(port);
            sockets.closed();
        });
        return port;
    }

    /** Who is told when the kernel has taken everything, and when the socket is gone. */
    void report(Runnable drained, Runnable gone) {
        onDrained = drained;
        onGone = gone;
    }

    Channel channel() {
        return channel;
    }

    /** Hands over; {@link #flush} sends. */
    void write(ByteBuf bytes) {
        if (lane.inCallback() && handed == 0 && writtenAtOnce(bytes)) {
            return;
        }
        handed += bytes.readableBytes();
        var _ = channel.write(bytes, channel.voidPromise());
    }

    /** io_uring's loop would not send before the program's synthetic work is done; so this sends past it. */
    private boolean writtenAtOnce(ByteBuf bytes) {
        if (lane.host().transport() != Transport.IO_URING || !lane.loop().inEventLoop() || !bytes.hasMemoryAddress()) {
            return false;
        }
        try {
            int count = ((UnixChannel) channel)
                    .fd()
                    .writeAddress(bytes.memoryAddress(), bytes.readerIndex(), bytes.writerIndex());
            bytes.skipBytes(Math.max(0, count));
        } catch (IOException e) {
            return false; // the ordinary way meets it again and tells
        }
        return !bytes.isReadable() && bytes.release();
    }

    void flush() {
        channel.flush();
        watch();
    }

    /** If the kernel didn't take everything: an empty write behind the rest completes when it has. */
    private void watch() {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        if (waiting == null || waiting.isEmpty()) {
            handed = 0;
        } else if (!blocked) {
            blocked = true;
            var _ = channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(this::unblocked);
        }
    }

    private void unblocked(Future<? super Void> outcome) {
        blocked = false;
        if (outcome.isSuccess()) {
            watch();
            if (!blocked) {
                onDrained.run();
            }
        }
    }

    /** Whether the kernel has not yet taken all that was handed over; then nothing more may be. */
    boolean isBlocked() {
        return blocked;
    }

    long handedBytes() {
        return handed;
    }

    void read(boolean on) {
        channel.config().setAutoRead(on && !endHidden);
    }

    /** Sends FIN. Only when not blocked. */
    void finish() {
        outputEnded = true;
        var _ = ((DuplexChannel) channel).shutdownOutput();
    }

    /** The program has no more to do with it: what still arrives is discarded. */
    void detach() {
        detached = true;
        read(true);
    }

    /** Sends RST and forgets the connection. */
    void reset() {
        detached = true;
        try {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        } catch (ChannelException e) {
            // The socket is dead already, or of a family that knows no reset.
        }
        shut();
    }

    /** After FIN: nothing of this stream matters any more to the program. */
    void closeGently() {
        detach();
        if (inputEnded) {
            shut();
        } else {
            var _ = lane.schedule(LINGER_NANOS_MAX, this::shut);
        }
    }

    @Override
    public void stop() {
        detached = true;
        connection.stop();
        onGone.run();
        shut();
    }

    private void shut() {
        var _ = channel.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            if (!detached) {
                connection.received(bytes);
            }
        } finally {
            bytes.release();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            ended();
        }
    }

    /** The peer finished, which Netty doesn't know: it would go on reading the end. */
    private void endHidden() {
        endHidden = true;
        read(false);
        ended();
    }

    /** The peer finished. */
    private void ended() {
        if (!inputEnded) {
            inputEnded = true;
            if (detached && outputEnded) {
                shut();
            } else if (!detached) {
                connection.peerFinished();
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (detached) {
            shut();
        } else {
            connection.broken(cause);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        onGone.run();
        if (!detached) {
            connection.gone();
        }
    }
}
