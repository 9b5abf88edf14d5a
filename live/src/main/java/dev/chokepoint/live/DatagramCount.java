package dev.chokepoint.live;

import dev.chokepoint.host.world.ResourceUse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a host's datagram sockets have received, and had to drop because their receive buffers were full: by the kernel, as far
 * as it tells, and for lanes that were behind. How much of the buffers is in use is not measurable from here: 0. Any thread.
 */
final class DatagramCount {
    /** The open sockets, and what the kernel calls their addresses. */
    private final Map<UdpSocket, String> open = new LinkedHashMap<>();

    private long openBytes;
    private long openBytesMax;
    private long received;
    private long dropped;

    synchronized void opened(UdpSocket socket, String key, long receiveBytes) {
        open.put(socket, key);
        openBytes += receiveBytes;
        openBytesMax = Math.max(openBytesMax, openBytes);
    }

    /** To be called while the kernel still knows the socket. */
    synchronized void closed(UdpSocket socket, long receiveBytes) {
        openBytes -= receiveBytes;
        String key = open.remove(socket);
        OptionalLong drops = socket.drops();
        dropped += drops.isPresent() ? drops.getAsLong() : KernelDrops.of(Set.of(key));
    }

    synchronized void received() {
        received++;
    }

    synchronized void dropped() {
        dropped++;
    }

    synchronized ResourceUse use(String host) {
        return new ResourceUse(
                host + " datagram buffer",
                ResourceUse.Kind.DATAGRAM_BUFFER,
                openBytesMax,
                0,
                received,
                0,
                0,
                dropped + droppedByTheKernel());
    }

    private long droppedByTheKernel() {
        long drops = 0;
        Set<String> unknown = new TreeSet<>();
        for (Map.Entry<UdpSocket, String> socket : open.entrySet()) {
            OptionalLong told = socket.getKey().drops();
            drops += told.orElse(0);
            if (told.isEmpty()) {
                unknown.add(socket.getValue());
            }
        }
        return drops + (unknown.isEmpty() ? 0 : KernelDrops.of(unknown));
    }
}
