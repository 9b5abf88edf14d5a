package dev.chokepoint.live;

import dev.chokepoint.host.world.HostSpec;
import io.netty.channel.IoEventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Netty's event loops: one a lane. */
final class NettyLoops implements Loops {
    /** Its sockets close by completions, for which the loop must go on turning a little. */
    private static final long IO_URING_QUIET_NANOS = 30_000_000;

    private final MultiThreadIoEventLoopGroup group;
    private final List<NettyLoop> loops = new ArrayList<>();
    private final long quietNanos;

    NettyLoops(HostSpec spec, Transport transport) {
        quietNanos = transport == Transport.IO_URING ? IO_URING_QUIET_NANOS : 0;
        int threads = spec.lanes() == 1 ? 1 : spec.lanes() + 1;
        group = new MultiThreadIoEventLoopGroup(threads, LaneThread.factory(spec), transport.handlers());
        for (EventExecutor loop : group) {
            loops.add(new NettyLoop((IoEventLoop) loop, transport));
        }
    }

    @Override
    public LaneLoop lane(int index) {
        return loops.get(index);
    }

    @Override
    public LaneLoop acceptor() {
        return loops.getLast();
    }

    @Override
    public void stop() {
        var _ = group.shutdownGracefully(quietNanos, TimeUnit.SECONDS.toNanos(STOP_SECONDS_MAX), TimeUnit.NANOSECONDS);
    }

    @Override
    public void awaitStopped() {
        var _ = group.terminationFuture().awaitUninterruptibly(STOP_SECONDS_MAX, TimeUnit.SECONDS);
    }
}
