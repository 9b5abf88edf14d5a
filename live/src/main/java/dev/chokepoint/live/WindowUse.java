package dev.chokepoint.live;

import dev.chokepoint.host.world.ResourceUse;
import java.util.List;

/** The flow-control windows of all connections over one link direction. Any thread. */
final class WindowUse {
    private final String name;
    private long openBytes;
    private long openBytesMax;
    private long servedBytes;
    private double usedByteNanos;
    private double waitedByteNanos;
    private long waitedBytesMax;

    WindowUse(String name) {
        this.name = name;
    }

    synchronized void opened(long windowBytes) {
        openBytes += windowBytes;
        openBytesMax = Math.max(openBytesMax, openBytes);
    }

    synchronized void closed(long windowBytes) {
        openBytes -= windowBytes;
    }

    /** So many bytes took up window for so long. */
    synchronized void used(long bytes, long nanos) {
        servedBytes += bytes;
        usedByteNanos += (double) bytes * nanos;
    }

    /** So many bytes waited so long because the window was closed. */
    synchronized void waited(long bytes, long nanos) {
        waitedByteNanos += (double) bytes * nanos;
        waitedBytesMax = Math.max(waitedBytesMax, bytes);
    }

    synchronized void addResource(List<ResourceUse> all) {
        all.add(new ResourceUse(
                name,
                ResourceUse.Kind.WINDOW,
                openBytesMax,
                usedByteNanos,
                servedBytes,
                waitedByteNanos,
                waitedBytesMax,
                0));
    }
}
