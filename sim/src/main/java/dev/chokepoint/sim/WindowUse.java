package dev.chokepoint.sim;

import dev.chokepoint.host.world.ResourceUse;
import java.util.ArrayList;
import java.util.List;

/** All flow-control windows from one host to another, as one resource. */
final class WindowUse {
    private final String name;
    private final List<Outbound> streams = new ArrayList<>();
    private final Level capacity = new Level();
    private final Level used = new Level();
    private final Level waiting = new Level();
    private long served;
    private long refused;

    WindowUse(String name) {
        this.name = name;
    }

    Level used() {
        return used;
    }

    /** Bytes that have left their lane and are kept back. */
    Level waiting() {
        return waiting;
    }

    void served(long bytes) {
        served += bytes;
    }

    /** A connection was aborted because its program sent past the limit. */
    void refused() {
        refused++;
    }

    void add(Outbound stream, long bytes, long nowNanos) {
        stream.place(streams.size());
        streams.add(stream);
        capacity.add(bytes, nowNanos);
    }

    /** So many bytes more, or fewer, may be on their way or unread. */
    void capacity(long bytes, long nowNanos) {
        capacity.add(bytes, nowNanos);
    }

    void remove(Outbound stream, long bytes, long nowNanos) {
        Outbound last = streams.removeLast();
        if (last != stream) {
            streams.set(stream.place(), last);
            last.place(stream.place());
        }
        capacity.add(-bytes, nowNanos);
    }

    /** What they have done; the capacity is the most that was ever open at once. */
    ResourceUse use(long nowNanos) {
        streams.forEach(stream -> stream.settle(nowNanos));
        return new ResourceUse(
                name,
                ResourceUse.Kind.WINDOW,
                capacity.max(),
                used.integral(nowNanos),
                served,
                waiting.integral(nowNanos),
                waiting.max(),
                refused);
    }
}
