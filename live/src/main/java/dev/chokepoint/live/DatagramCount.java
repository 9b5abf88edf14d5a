package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.world.ResourceUse;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a host's datagram sockets have received, and had to drop because their receive buffers were full: by the kernel, as far
 * as it tells, and for lanes that were behind. How much of the buffers is in use is not measurable from here: 0. Any thread.
 */
final class DatagramCount {
    private final Set<String> open = new TreeSet<>();
    private long capacityBytes;
    private long received;
    private long dropped;

    synchronized void opened(Address.Inet local, DatagramOptions options) {
        open.add(KernelDrops.key(local));
        capacityBytes += options.receiveBufferBytes();
    }

    /** To be called while the kernel still knows the socket. */
    synchronized void closed(Address.Inet local) {
        String key = KernelDrops.key(local);
        dropped += KernelDrops.of(Set.of(key));
        open.remove(key);
    }

    synchronized void received() {
        received++;
    }

    synchronized void dropped() {
        dropped++;
    }

    synchronized ResourceUse use(String host) {
        long refused = dropped + (open.isEmpty() ? 0 : KernelDrops.of(open));
        return new ResourceUse(
                host + " datagram buffer", ResourceUse.Kind.DATAGRAM_BUFFER, capacityBytes, 0, received, 0, 0, refused);
    }
}
