package dev.chokepoint.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A message on a plain connection makes no garbage of ours: what a busy server doesn't allocate never stalls it. */
class AllocationTest {
    private static final int ROUND = 10_000;
    private static final int ROUNDS_MAX = 30; // until the compiler has seen enough
    /** For a message there and back. Netty's leak detector, which samples buffers, takes about 30 of them. */
    private static final long BYTES_MAX = 48 * ROUND;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ByteBuffer message = ByteBuffer.allocateDirect(64);
    private final CountDownLatch done = new CountDownLatch(1);
    private int received;
    private long before;
    private long least = Long.MAX_VALUE;

    private long allocated() {
        return threads.getCurrentThreadAllocatedBytes();
    }

    @Test
    void shouldAllocateNoMoreForAMessageThanLeakDetectionDoes() throws InterruptedException {
        assumeTrue(Transport.EPOLL.isAvailable(), "this machine has no epoll");
        Address local = Address.inet("127.0.0.1", 0);
        Session echo = (connection, bytes) -> connection.send(bytes);
        Session client = new Session() {
            @Override
            public void onOpen(Connection connection) {
                before = allocated();
                connection.send(message.clear());
            }

            @Override
            public void onBytes(Connection connection, ByteBuffer bytes) {
                if (++received % ROUND == 0) {
                    least = Math.min(least, allocated() - before);
                    before = allocated();
                    if (least <= BYTES_MAX || received == ROUND * ROUNDS_MAX) {
                        done.countDown();
                        return;
                    }
                }
                connection.send(message.clear());
            }
        };
        try (LiveWorld world = new LiveWorld(1, Transport.EPOLL, Observer.NONE)) {
            world.add(new HostSpec("host", List.of(local), 1, 1));
            AtomicReference<Address> at = new AtomicReference<>();
            world.start("host", () -> host -> {
                at.set(host.listen(local, StreamOptions.DEFAULT, _ -> echo).local());
                host.connect(local, at.get(), StreamOptions.DEFAULT, 0, client);
            });
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(least).isLessThanOrEqualTo(BYTES_MAX);
    }
}
