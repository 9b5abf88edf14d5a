package dev.chokepoint.live;

import dev.chokepoint.host.world.Crash;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One lane: runs the program's callbacks one at a time, and lets what they sent leave together at the end of the loop's turn.
 * Everything belongs to the loop's turns unless it says otherwise.
 */
final class Lane {
    private final HostLanes host;
    private final int index;
    private final LaneLoop loop;
    private final LiveMeter meter;
    private final ReadBuffer readBuffer = new ReadBuffer();
    private final SharedPayload shared = new SharedPayload(allocator());
    private final DueTasks links = new DueTasks((delay, task) -> {
        var _ = schedule(delay, task);
    });
    private final AtomicLong callbacks = new AtomicLong();
    private final Runnable flushTask = this::flush;
    private ArrayList<Sender> dirty = new ArrayList<>();
    private ArrayList<Sender> flushing = new ArrayList<>();
    private final Set<Port> ports = new LinkedHashSet<>();
    private boolean inCallback;
    private volatile boolean stopped;
    private volatile long nativeThread = NativeThread.UNKNOWN;
    private final UnitCount units = new UnitCount();
    private final TlsBuffers tlsBuffers = new TlsBuffers();

    Lane(HostLanes host, int index, LaneLoop loop) {
        this.host = host;
        this.index = index;
        this.loop = loop;
        this.meter = new LiveMeter(host.stages());
        loop.execute(() -> nativeThread = NativeThread.current());
    }

    static ByteBufAllocator allocator() {
        return PooledByteBufAllocator.DEFAULT;
    }

    HostLanes host() {
        return host;
    }

    int index() {
        return index;
    }

    /** Any thread. */
    LaneLoop loop() {
        return loop;
    }

    LiveMeter meter() {
        return meter;
    }

    ReadBuffer readBuffer() {
        return readBuffer;
    }

    SharedPayload shared() {
        return shared;
    }

    TlsBuffers tlsBuffers() {
        return tlsBuffers;
    }

    /** Callbacks begun so far. Any thread. */
    long callbacks() {
        return callbacks.get();
    }

    /** What it does, to be counted by itself. */
    UnitCount units() {
        return units;
    }

    /** What it has done so far. Any thread. */
    LaneUnits unitsSoFar() {
        return units.soFar(host.name(), index, loop.cpuNanos(), NativeThread.slept(nativeThread), callbacks());
    }

    boolean inCallback() {
        return inCallback;
    }

    /** No callback begins after this, synthetic work ends early, and sockets are closed. Any thread. */
    void stop() {
        stopped = true;
        loop.execute(() -> List.copyOf(ports).forEach(Port::stop));
    }

    /** No callback begins after this; then everything open goes as its host does, and the result is done. Any thread. */
    CompletableFuture<Boolean> crash(Crash how) {
        stopped = true;
        CompletableFuture<Boolean> gone = new CompletableFuture<>();
        loop.execute(() -> {
            for (Port port : List.copyOf(ports)) {
                switch (how) {
                    case PROCESS -> port.orphan();
                    case HOST -> port.silence();
                }
            }
            gone.complete(true);
        });
        return gone;
    }

    /** The host lives again, and this lane's sockets belong to nobody. Any thread. */
    void reboot() {
        loop.execute(() -> List.copyOf(ports).forEach(Port::reboot));
    }

    void opened(Port port) {
        ports.add(port);
    }

    void closed(Port port) {
        ports.remove(port);
    }

    boolean stopped() {
        return stopped;
    }

    /** Begins a callback; false when the lane is stopped. True must be followed by {@link #leave}. */
    boolean enter() {
        if (stopped) {
            return false;
        }
        inCallback = true;
        callbacks.lazySet(callbacks.getPlain() + 1);
        return true;
    }

    void leave() {
        inCallback = false;
        meter.endOfCallback();
    }

    /** A callback threw: the run is over. */
    void failed(Throwable cause) {
        host.failed(index, cause);
    }

    /** Calls the program back now. Only from the loop, never inside another callback. */
    void call(Runnable callback) {
        if (enter()) {
            try {
                callback.run();
            } catch (Throwable t) {
                failed(t);
            } finally {
                leave();
            }
        }
    }

    /** Runs {@code task} now, or in a later turn when the program is being called at the moment. */
    void outsideCallbacks(Runnable task) {
        if (inCallback) {
            loop.execute(task);
        } else {
            task.run();
        }
    }

    /** What links do at set times, even in the midst of synthetic work. */
    DueTasks links() {
        return links;
    }

    /** Does something for a link at a time; never a callback. Any thread. */
    void at(long nanos, Runnable task) {
        if (loop.isCurrent()) {
            links.add(nanos, task);
        } else {
            loop.execute(() -> links.add(nanos, task));
        }
    }

    /** Runs a task in a later turn. Any thread. */
    void execute(Runnable task) {
        loop.execute(task);
    }

    /** Calls the program back in a later turn. Any thread. */
    void later(Runnable callback) {
        loop.execute(() -> call(callback));
    }

    Future<?> schedule(long delayNanos, Runnable task) {
        return loop.schedule(Math.max(0, delayNanos), task);
    }

    /** It has something to do at the end of this turn. The caller makes sure that it is listed once. */
    void markDirty(Sender sender) {
        if (dirty.isEmpty()) {
            loop.execute(flushTask);
        }
        dirty.add(sender);
    }

    /** Lets everything leave that was sent so far in this turn. */
    void flush() {
        if (stopped) {
            return; // what the program did after its host had died did not happen
        }
        ArrayList<Sender> now = dirty;
        dirty = flushing;
        flushing = now;
        long nanos = meter.isOn() ? System.nanoTime() : 0;
        for (int i = 0; i < now.size(); i++) {
            now.get(i).flush(nanos);
        }
        now.clear();
        shared.forget();
    }
}
