package dev.chokepoint.sim;

import dev.chokepoint.host.world.SeededRandom;
import java.util.random.RandomGenerator;

/**
 * An M/M/1 queue at load 0.8 on the engine alone, without hosts or programs: two events a customer. It is in the engine's
 * package, which is closed to all others, for that reason only.
 */
public final class BareQueue {
    private static final double MEAN_GAP_NANOS = 1.25e6;
    private static final double MEAN_SERVICE_NANOS = 1e6;

    private final Engine engine = new Engine();
    private final Level inSystem = new Level();
    private final RandomGenerator random;
    private final Actor arrivals = new Arrivals();
    private final Actor server = new Server();
    private long left;

    private BareQueue(long seed, long customers) {
        random = new SeededRandom(seed, "bare queue");
        left = customers;
    }

    /**
     * Serves so many customers.
     *
     * @param seed decides every random number
     * @param customers how many
     * @return the mean number in system
     */
    public static double meanNumber(long seed, long customers) {
        BareQueue queue = new BareQueue(seed, customers);
        queue.schedule(queue.arrivals, MEAN_GAP_NANOS);
        while (queue.left > 0) {
            queue.engine.run(queue.engine.nowNanos() + (long) (queue.left * MEAN_GAP_NANOS));
        }
        return queue.inSystem.integral(queue.engine.nowNanos()) / queue.engine.nowNanos();
    }

    private void schedule(Actor actor, double meanNanos) {
        long delay = StrictMath.round(random.nextExponential() * meanNanos);
        engine.schedule(engine.nowNanos() + delay, actor, EventKind.STATION);
    }

    private final class Arrivals extends Actor {
        Arrivals() {
            super(0);
        }

        @Override
        void fire(EventKind kind) {
            inSystem.add(1, engine.nowNanos());
            if (inSystem.value() == 1) {
                schedule(server, MEAN_SERVICE_NANOS);
            }
            schedule(this, MEAN_GAP_NANOS);
        }
    }

    private final class Server extends Actor {
        Server() {
            super(1);
        }

        @Override
        void fire(EventKind kind) {
            left--;
            inSystem.add(-1, engine.nowNanos());
            if (inSystem.value() > 0) {
                schedule(this, MEAN_SERVICE_NANOS);
            }
        }
    }
}
