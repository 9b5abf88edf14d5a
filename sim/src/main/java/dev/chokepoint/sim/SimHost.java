package dev.chokepoint.sim;

import dev.chokepoint.host.Acceptor;
import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.DatagramHandler;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Datagrams;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Meter;
import dev.chokepoint.host.NameHandler;
import dev.chokepoint.host.Result;
import dev.chokepoint.host.Server;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Timer;
import dev.chokepoint.host.Work;
import dev.chokepoint.host.world.SeededRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** One lane of a host, as its program sees it. */
final class SimHost implements Host {
    private final Lane lane;
    private final Network network;
    private final DatagramSockets datagrams;
    private final Instant start;
    private final SeededRandom random;
    private final SeededRandom secrets;

    SimHost(Lane lane, SimWorld world) {
        this.lane = lane;
        this.network = world.network();
        this.datagrams = world.datagrams();
        this.start = world.start();
        this.random = new SeededRandom(world.seed(), lane.label());
        this.secrets = new SeededRandom(world.seed(), lane.label() + " secrets");
    }

    @Override
    public List<Address> addresses() {
        return lane.machine().spec().addresses();
    }

    @Override
    public long nanoTime() {
        return lane.clockNanos();
    }

    @Override
    public Instant wallTime() {
        return start.plusNanos(lane.clockNanos());
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public void secret(byte[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) secrets.nextLong();
        }
    }

    @Override
    public Timer after(long delayNanos, Runnable task) {
        long clock = lane.clockNanos();
        long delay = Math.max(0, Math.min(delayNanos, Long.MAX_VALUE - 1 - clock));
        return new SimTimer(lane, clock + delay, task);
    }

    @Override
    public void resolve(String name, NameHandler handler) {
        lane.post(new Resolution(handler, network.resolve(name)), EventKind.ON_RESOLVED);
    }

    private record Resolution(NameHandler handler, List<Address> addresses) implements Callback {
        @Override
        public boolean take(EventKind kind) {
            return true;
        }

        @Override
        public long call(EventKind kind) {
            handler.onResolved(addresses);
            return addresses.size();
        }
    }

    @Override
    public Server listen(Address at, StreamOptions options, Acceptor acceptor) {
        return network.listen(lane, at, options, acceptor);
    }

    @Override
    public Connection connect(Address from, Address to, StreamOptions options, long tag, Session session) {
        return network.connect(lane, from, to, options, tag, session);
    }

    @Override
    public Datagrams bind(Address at, DatagramOptions options, long tag, DatagramHandler handler) {
        return datagrams.open(lane, at, Optional.empty(), options, tag, handler);
    }

    @Override
    public Datagrams connectDatagrams(
            Address from, Address to, DatagramOptions options, long tag, DatagramHandler handler) {
        return datagrams.open(lane, from, Optional.of(to), options, tag, handler);
    }

    @Override
    public void spend(Work work, long units) {
        check(work, units);
        switch (work) {
            case Work.Synthetic synthetic -> {
                lane.flush();
                lane.charge(units);
            }
            case Work.Calibrated calibrated -> lane.charge(lane.costs().calibratedNanos(calibrated.name(), units));
        }
    }

    private static void check(Work work, long units) {
        if (units < 0) {
            throw new IllegalArgumentException(work.name() + ": " + units + " units of work: must be 0 or more");
        }
    }

    @Override
    public <T> void offload(Work work, long units, Callable<T> pure, Consumer<Result<T>> then) {
        check(work, units);
        long costNanos = switch (work) {
            case Work.Synthetic _ -> units;
            case Work.Calibrated calibrated -> lane.costs().calibratedNanos(calibrated.name(), units);
        };
        lane.compute(costNanos, pure, then);
    }

    @Override
    public Meter meter() {
        return lane.meter();
    }
}
