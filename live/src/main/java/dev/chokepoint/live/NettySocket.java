package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
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
import java.util.function.Consumer;

/** A stream socket of Netty's. */
final class NettySocket extends ChannelInboundHandlerAdapter implements StreamSocket {
    private final Channel channel;
    private final Transport transport;
    private Lane lane; // set by open
    private SocketPort port; // set by open
    private boolean endHidden;
    private boolean watching;
    private long handed;

    NettySocket(Channel channel, Transport transport) {
        this.channel = channel;
        this.transport = transport;
    }

    @Override
    public void join(Lane newLane, Consumer<Throwable> outcome) {
        var _ = ((NettyLoop) newLane.loop())
                .netty()
                .register(channel)
                .addListener(registered -> outcome.accept(registered.cause()));
    }

    @Override
    public void open(Lane newLane, SocketPort newPort, Address address, StreamOptions options) {
        lane = newLane;
        port = newPort;
        SocketOptions.forStream(channel, address, options, lane);
        channel.pipeline().addLast(this);
        if (address instanceof Address.UnixPath && transport != Transport.EPOLL) {
            RecvByteBufAllocator reads = channel.config().getRecvByteBufAllocator();
            channel.config().setRecvByteBufAllocator(new EndWatch(reads, () -> lane.execute(this::endHidden)));
        }
        var _ = channel.closeFuture().addListener(_ -> port.closed());
    }

    @Override
    public void connect(Address from, Address to, Consumer<Throwable> outcome) {
        SocketOptions.bindLate(channel);
        ChannelFuture connecting = to instanceof Address.Inet
                ? channel.connect(SocketAddresses.toSocket(to, transport), SocketAddresses.toSocket(from, transport))
                : channel.connect(SocketAddresses.toSocket(to, transport));
        var _ = connecting.addListener(done -> outcome.accept(done.cause()));
    }

    @Override
    public Address local(Address otherwise) {
        return SocketAddresses.fromSocket(channel.localAddress(), otherwise);
    }

    @Override
    public Address remote(Address otherwise) {
        return SocketAddresses.fromSocket(channel.remoteAddress(), otherwise);
    }

    @Override
    public void write(ByteBuf bytes) {
        if (lane.inCallback() && handed == 0 && writtenAtOnce(bytes)) {
            return;
        }
        handed += bytes.readableBytes();
        var _ = channel.write(bytes, channel.voidPromise());
    }

    /** io_uring's loop would not send before the program's synthetic work is done; so this sends past it. */
    private boolean writtenAtOnce(ByteBuf bytes) {
        if (transport != Transport.IO_URING || !lane.loop().isCurrent() || !bytes.hasMemoryAddress()) {
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

    @Override
    public boolean flush() {
        channel.flush();
        return watch();
    }

    @Override
    public long handedBytes() {
        return handed;
    }

    /** If the kernel didn't take everything: an empty write behind the rest completes when it has. */
    private boolean watch() {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        if (waiting == null || waiting.isEmpty()) {
            handed = 0;
            return !watching;
        }
        if (!watching) {
            watching = true;
            var _ = channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(this::written);
        }
        return false;
    }

    private void written(Future<? super Void> outcome) {
        watching = false;
        if (outcome.isSuccess() && watch()) {
            port.drained();
        }
    }

    @Override
    public void read(boolean on) {
        channel.config().setAutoRead(on && !endHidden);
    }

    @Override
    public void finish() {
        var _ = ((DuplexChannel) channel).shutdownOutput();
    }

    @Override
    public void abandon() {
        try {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        } catch (ChannelException e) {
            // The socket is dead already, or of a family that knows no reset.
        }
    }

    @Override
    public void close() {
        if (!channel.isRegistered()) {
            channel.unsafe().closeForcibly();
            return;
        }
        var _ = channel.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            port.received(bytes);
        } finally {
            bytes.release();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            port.ended();
        }
    }

    /** The peer finished, which Netty doesn't know: it would go on reading the end. */
    private void endHidden() {
        endHidden = true;
        read(false);
        port.ended();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        port.failed(cause);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        port.gone();
    }
}
