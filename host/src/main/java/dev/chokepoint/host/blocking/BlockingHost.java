package dev.chokepoint.host.blocking;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.StreamOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** One lane of a host, for tasks that wait. Tasks of this lane only: from any other thread every method throws. */
public final class BlockingHost {
    private final Host host;
    private final Tasks lane;

    BlockingHost(Host host, Tasks lane) {
        this.host = host;
        this.lane = lane;
    }

    /**
     * Makes a program of a task. It begins inside {@link Program#start}, so what it does before it first waits, such as
     * listening, is done when the program has started.
     *
     * @param first what to run on each lane; it may {@link #fork} others. The program lives on when it returns
     * @return a new program, for one lane
     */
    public static Program program(Task first) {
        return new Tasks(first);
    }

    /**
     * Starts another task, in a later callback.
     *
     * @param task what to run beside this one
     */
    public void fork(Task task) {
        call(lane -> lane.after(0, this.lane.baton(this, task)::begin));
    }

    /**
     * Does anything that the seam offers: {@code action} runs on the lane, at once.
     *
     * @param <T> what it gives
     * @param action must not wait
     * @return what it gave
     */
    public <T> T call(Function<Host, T> action) {
        return Baton.current(lane).onLane(() -> action.apply(host));
    }

    /**
     * The host's own addresses, ports 0.
     *
     * @return as {@link Host#addresses}
     */
    public List<Address> addresses() {
        return call(Host::addresses);
    }

    /**
     * The lane's clock.
     *
     * @return nanoseconds, as {@link Host#nanoTime}
     */
    public long nanoTime() {
        return call(Host::nanoTime);
    }

    /**
     * The time of day.
     *
     * @return as {@link Host#wallTime}
     */
    public Instant wallTime() {
        return call(Host::wallTime);
    }

    /**
     * Waits for a time of the lane's clock; other tasks go on.
     *
     * @param time none, when it is zero or less, but other callbacks have their turn
     */
    public void sleep(Duration time) {
        Baton.current(lane).await(new Sleep(Baton.current(lane), time.toNanos()));
    }

    /** Arms its timer when it is first tested. */
    private final class Sleep implements BooleanSupplier {
        private final Baton baton;
        private final long nanos;
        private boolean armed;
        private boolean over;

        Sleep(Baton baton, long nanos) {
            this.baton = baton;
            this.nanos = nanos;
        }

        @Override
        public boolean getAsBoolean() {
            if (!armed) {
                armed = true;
                host.after(nanos, this::wake);
            }
            return over;
        }

        private void wake() {
            over = true;
            baton.wake();
        }
    }

    /**
     * Listens with {@link StreamOptions#DEFAULT}.
     *
     * @param at where; port 0 picks a free one
     * @return the open listener
     * @throws dev.chokepoint.host.ListenException as {@link Host#listen}
     */
    public BlockingServer listen(Address at) {
        return listen(at, StreamOptions.DEFAULT);
    }

    /**
     * Listens.
     *
     * @param at where; port 0 picks a free one
     * @param options limits of the accepted connections; their send limit is above their high mark
     * @return the open listener
     * @throws dev.chokepoint.host.ListenException as {@link Host#listen}
     */
    public BlockingServer listen(Address at, StreamOptions options) {
        requireRoomToWait(options);
        return call(host -> new BlockingServer(host, lane, at, options));
    }

    /**
     * Connects with {@link StreamOptions#DEFAULT} from this host's first address of the right family.
     *
     * @param to the listener's address
     * @return the open connection
     * @throws ConnectionClosedException it could not be opened, for {@link ConnectionClosedException#reason}
     */
    public BlockingConnection connect(Address to) throws ConnectionClosedException {
        Address from = addresses().stream()
                .filter(own -> to instanceof Address.UnixPath || own.family() == to.family())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "can't connect to " + to + ": this host has no " + to.family() + " address"));
        return connect(from, to, StreamOptions.DEFAULT);
    }

    /**
     * Connects.
     *
     * @param from one of {@link #addresses()}
     * @param to the listener's address
     * @param options limits of this connection; its send limit is above its high mark
     * @return the open connection
     * @throws ConnectionClosedException it could not be opened, for {@link ConnectionClosedException#reason}
     */
    public BlockingConnection connect(Address from, Address to, StreamOptions options)
            throws ConnectionClosedException {
        requireRoomToWait(options);
        Stream stream = new Stream(lane, options.sendLimitBytes());
        Connection connection = call(host -> host.connect(from, to, options, 0, stream));
        stream.waiting().await(stream::settled);
        if (stream.closed().isPresent()) {
            throw new ConnectionClosedException(to, stream.closed().get());
        }
        return new BlockingConnection(lane, connection, stream);
    }

    private static void requireRoomToWait(StreamOptions options) {
        if (options.sendLimitBytes() <= options.highMarkBytes()) {
            throw new IllegalArgumentException("sendLimitBytes is " + options.sendLimitBytes()
                    + ": must be above highMarkBytes " + options.highMarkBytes()
                    + ", so that a full connection can be waited for");
        }
    }
}
