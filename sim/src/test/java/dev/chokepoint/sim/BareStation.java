package dev.chokepoint.sim;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** A queue with one server on the engine alone, without hosts or programs: two events a customer. */
public final class BareStation {
    private final Engine engine = new Engine();
    private final LongRing inSystem = new LongRing();
    private final Level busy = new Level();
    private final Level queue = new Level();
    private final RandomGenerator random;
    private final ToDoubleFunction<RandomGenerator> gapNanos;
    private final ToDoubleFunction<RandomGenerator> serviceNanos;
    private final int capacity;
    private final Watcher watcher;
    private final Arrivals arrivals = new Arrivals();
    private final Server server = new Server();

    /** Told what becomes of customers. */
    public interface Watcher {
        /** One came. */
        void arrived();

        /** One found the system full. */
        void refused();

        /** One was served. */
        void served(double inSystemNanos, double waitedNanos);
    }

    public BareStation(
            RandomGenerator random,
            ToDoubleFunction<RandomGenerator> gapNanos,
            ToDoubleFunction<RandomGenerator> serviceNanos,
            int capacity,
            Watcher watcher) {
        this.random = random;
        this.gapNanos = gapNanos;
        this.serviceNanos = serviceNanos;
        this.capacity = capacity;
        this.watcher = watcher;
        arrivals.next();
    }

    public void run(long nanos) {
        engine.run(engine.nowNanos() + nanos);
    }

    public long events() {
        return engine.trace().count();
    }

    public double busyNanos() {
        return busy.integral(engine.nowNanos());
    }

    public double queueNanos() {
        return queue.integral(engine.nowNanos());
    }

    private final class Arrivals extends Actor {
        Arrivals() {
            super(0);
        }

        void next() {
            long gap = StrictMath.round(gapNanos.applyAsDouble(random));
            engine.schedule(engine.nowNanos() + gap, this, EventKind.STATION);
        }

        @Override
        void fire(EventKind kind) {
            watcher.arrived();
            if (inSystem.size() == capacity) {
                watcher.refused();
            } else {
                inSystem.add(engine.nowNanos());
                if (inSystem.size() == 1) {
                    server.begin();
                } else {
                    queue.set(inSystem.size() - 1, engine.nowNanos());
                }
            }
            next();
        }
    }

    private final class Server extends Actor {
        private long begun;

        Server() {
            super(1);
        }

        void begin() {
            busy.set(1, engine.nowNanos());
            queue.set(inSystem.size() - 1, engine.nowNanos());
            begun = engine.nowNanos();
            long service = StrictMath.round(serviceNanos.applyAsDouble(random));
            engine.schedule(begun + service, this, EventKind.STATION);
        }

        @Override
        void fire(EventKind kind) {
            long arrived = inSystem.poll();
            watcher.served((double) engine.nowNanos() - arrived, (double) begun - arrived);
            if (inSystem.isEmpty()) {
                busy.set(0, engine.nowNanos());
            } else {
                begin();
            }
        }
    }
}
