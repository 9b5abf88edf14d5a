package dev.chokepoint.sim.truth;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.sim.SimCosts;
import dev.chokepoint.sim.SimWorld;
import dev.chokepoint.sim.Streams;
import java.time.Instant;
import java.util.List;

/**
 * A network of stations as programs on the seam, and one host of customers who go through them in order. One unit of the
 * reference's time is one millisecond of virtual time.
 *
 * @param stations in the order of a job's way
 * @param oneWay the delay to a station and back from it, each way, in units of time
 */
record Model(List<Station> stations, double oneWay) {
    private static final double NANOS_PER_UNIT = 1e6;

    static long nanos(double units) {
        return StrictMath.round(units * NANOS_PER_UNIT);
    }

    static double units(double nanos) {
        return nanos / NANOS_PER_UNIT;
    }

    static Model of(Station... stations) {
        return new Model(List.of(stations), 0);
    }

    Address host(int station) {
        return Address.inet("10.0.1." + station, 0);
    }

    Address at(int station) {
        return Address.inet("10.0.1." + station, 7);
    }

    /** Runs it and gives the customers' records of what came after the warm-up. */
    Tally run(long seed, Customers.Arrivals arrivals, double warmUp, double length, double binWidth) {
        try (SimWorld world = new SimWorld(seed, Instant.EPOCH, SimCosts.FREE, new Streams.Ideal(), Observer.NONE)) {
            world.add(new HostSpec("customers", List.of(Customers.HOME), HostSpec.UNLIMITED, 1));
            Tally tally = new Tally(stations.size(), binWidth);
            long[][] begun = new long[stations.size()][256];
            for (int i = 0; i < stations.size(); i++) {
                Station station = stations.get(i);
                world.add(new HostSpec(station.name(), List.of(host(i)), station.servers(), station.lanes()));
                if (oneWay > 0) {
                    Link.Direction delay = new Link.Direction(nanos(oneWay), 0, Link.UNLIMITED, 1 << 20);
                    world.add(new Link(station.name(), "customers", station.name(), delay, delay));
                }
                int number = i;
                world.start(station.name(), () -> new StationProgram(station, at(number), begun[number]));
            }
            world.start("customers", () -> new Customers(this, arrivals, tally, begun, nanos(1)));
            world.run(nanos(warmUp));
            tally.clear();
            List<ResourceUse> before = world.resources();
            world.run(nanos(length));
            tally.read(before, world.resources(), this, length);
            return tally;
        }
    }
}
