package dev.chokepoint.bench.peers;

import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.randvar.RandomVariateGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.simevents.Accumulate;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.DoublyLinked;

/** The queue of {@link dev.chokepoint.sim.BareQueue} in SSJ, with its own event list, random numbers and statistics. */
final class SsjQueue {
    private final Simulator simulator = new Simulator(new DoublyLinked());
    private final Accumulate inSystem = new Accumulate(simulator);
    private final RandomVariateGen gaps = new ExponentialGen(new MRG32k3a(), 0.8);
    private final RandomVariateGen services = new ExponentialGen(new MRG32k3a(), 1);
    private final Event arrival = new Arrival();
    private final Event departure = new Departure();
    private int number;
    private long left;

    private SsjQueue(long customers) {
        left = customers;
    }

    /** Serves so many customers, and returns the mean number in system. */
    static double meanNumber(long customers) {
        SsjQueue queue = new SsjQueue(customers);
        queue.simulator.init();
        queue.inSystem.init(0);
        queue.arrival.schedule(queue.gaps.nextDouble());
        queue.simulator.start();
        return queue.inSystem.average();
    }

    private void change(int by) {
        number += by;
        inSystem.update(number);
    }

    private final class Arrival extends Event {
        Arrival() {
            super(simulator);
        }

        @Override
        public void actions() {
            change(1);
            if (number == 1) {
                departure.schedule(services.nextDouble());
            }
            schedule(gaps.nextDouble());
        }
    }

    private final class Departure extends Event {
        Departure() {
            super(simulator);
        }

        @Override
        public void actions() {
            change(-1);
            if (number > 0) {
                schedule(services.nextDouble());
            }
            if (--left == 0) {
                simulator.stop();
            }
        }
    }
}
