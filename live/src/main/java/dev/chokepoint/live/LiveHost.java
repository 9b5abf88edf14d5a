package dev.chokepoint.live;

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
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** A lane as its program sees it. */
final class LiveHost implements Host {
    private final Lane lane;
    private final RandomGenerator random;
    private final SecureRandom secrets = new SecureRandom();

    LiveHost(Lane lane) {
        this.lane = lane;
        this.random = new SeededRandom(lane.host().world().seed(), lane.host().name() + " lane " + lane.index());
    }

    @Override
    public List<Address> addresses() {
        return lane.host().spec().addresses();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Instant wallTime() {
        return Instant.now();
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public void secret(byte[] out) {
        secrets.nextBytes(out);
    }

    @Override
    public Timer after(long delayNanos, Runnable task) {
        return LiveTimer.arm(lane, delayNanos, task);
    }

    @Override
    public void resolve(String name, NameHandler handler) {
        Names.resolve(name, lane, handler);
    }

    @Override
    public Server listen(Address at, StreamOptions options, Acceptor acceptor) {
        return lane.host().listeners().listen(at, options, lane, acceptor);
    }

    @Override
    public Connection connect(Address from, Address to, StreamOptions options, long tag, Session session) {
        return Connector.connect(lane, from, to, options, tag, session);
    }

    @Override
    public Datagrams bind(Address at, DatagramOptions options, long tag, DatagramHandler handler) {
        return lane.host().datagramPorts().bind(at, options, lane, tag, handler);
    }

    @Override
    public Datagrams connectDatagrams(
            Address from, Address to, DatagramOptions options, long tag, DatagramHandler handler) {
        return lane.host().datagramPorts().connect(from, to, options, lane, tag, handler);
    }

    @Override
    public void spend(Work work, long units) {
        check(work, units);
        switch (work) {
            case Work.Synthetic _ -> {
                lane.flush();
                CpuBurner.burn(units, lane);
            }
            case Work.Calibrated calibrated -> lane.host().world().work().add(calibrated.name(), units);
        }
    }

    private static void check(Work work, long units) {
        if (units < 0) {
            throw new IllegalArgumentException(units + " units of " + work.name() + ": must be 0 or more");
        }
    }

    @Override
    public <T> void offload(Work work, long units, Callable<T> pure, Consumer<Result<T>> then) {
        check(work, units);
        new Computation<>(lane, work, units, pure, then).begin();
    }

    @Override
    public Meter meter() {
        return lane.meter();
    }
}
