package dev.chokepoint.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramHandler;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Datagrams;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A datagram between sockets makes no garbage of ours; the system calls' wrappers make an address for each stranger's. */
class DatagramAllocationTest {
    private static final int ROUND = 10_000;
    private static final int ROUNDS_MAX = 30; // until the compiler has seen enough
    /** For two datagrams between connected sockets. Netty's leak detector, which samples buffers, takes about 60 of them. */
    private static final long BYTES_MAX = 96 * ROUND;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ByteBuffer message = ByteBuffer.allocateDirect(64);
    private final CountDownLatch done = new CountDownLatch(1);
    private int received;
    private long before;
    private long least = Long.MAX_VALUE;

    private long allocated() {
        return threads.getCurrentThreadAllocatedBytes();
    }

    private final class Client implements DatagramHandler {
        @Override
        public void onDatagram(Datagrams socket, Address from, ByteBuffer datagram) {
            if (++received % ROUND == 0) {
                least = Math.min(least, allocated() - before);
                before = allocated();
                if (least <= BYTES_MAX || received == ROUND * ROUNDS_MAX) {
                    done.countDown();
                    return;
                }
            }
            socket.send(from, message.clear());
        }
    }

    @Test
    void shouldAllocateNoMoreForADatagramThanLeakDetectionDoes() throws InterruptedException {
        assumeTrue(Transport.EPOLL.isAvailable(), "this machine has no epoll");
        Address local = Address.inet("127.73.0.3", 0);
        Address one = Address.inet("127.73.0.3", 7_301);
        Address other = Address.inet("127.73.0.3", 7_302);
        try (LiveWorld world = new LiveWorld(1, Transport.EPOLL, Observer.NONE)) {
            world.add(new HostSpec("host", List.of(local), 1, 1));
            world.start("host", () -> host -> {
                DatagramHandler echo = (socket, from, datagram) -> socket.send(from, datagram);
                host.connectDatagrams(one, other, DatagramOptions.DEFAULT, 0, echo);
                Datagrams client = host.connectDatagrams(other, one, DatagramOptions.DEFAULT, 0, new Client());
                before = allocated();
                client.send(one, message.clear());
            });
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(least).isLessThanOrEqualTo(BYTES_MAX);
    }
}
