package dev.chokepoint.lab.truth;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.programs.balance.Balancer;
import dev.chokepoint.programs.balance.BalancerConfig;
import dev.chokepoint.programs.balance.BalancerTally;
import dev.chokepoint.programs.balance.Draining;
import dev.chokepoint.programs.balance.Health;
import dev.chokepoint.programs.balance.Policy;
import dev.chokepoint.sim.SimCosts;
import dev.chokepoint.sim.SimWorld;
import dev.chokepoint.sim.Streams;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shops behind a balancer that never checks their health, in a simulation in which only serving takes time.
 *
 * @param policy the balancer's
 * @param shops how many
 * @param load of each shop
 * @param customers how many count in a run
 */
record BalancedShops(Policy policy, int shops, double load, int customers) {
    private static final int SKIPPED = 10_000;
    private static final long SLICE_NANOS = 100_000_000L;
    private static final long NEVER = Long.MAX_VALUE / 2;
    private static final Address ENTRANCE = Address.inet("10.1.0.1", 80);

    /** The customers' times in the system, in mean times of service. */
    double[] run(long seed) {
        try (SimWorld world = new SimWorld(
                seed, Instant.parse("2026-01-01T00:00:00Z"), SimCosts.FREE, new Streams.Ideal(), Observer.NONE)) {
            List<Address> at = IntStream.range(0, shops)
                    .mapToObj(i -> (Address) Address.inet("10.2." + i / 250 + "." + (1 + i % 250), 80))
                    .toList();
            for (int i = 0; i < shops; i++) {
                Address own = at.get(i);
                add(world, "shop-" + i, own);
                world.start("shop-" + i, () -> new Shop(own));
            }
            add(world, "balancer", ENTRANCE);
            world.start("balancer", () -> balancer(at));
            Shoppers shoppers = new Shoppers(ENTRANCE, load * shops, SKIPPED, customers);
            add(world, "shoppers", Address.inet("10.3.0.1", 0));
            world.start("shoppers", () -> shoppers);
            while (!shoppers.isDone()) {
                world.run(SLICE_NANOS);
            }
            return shoppers.sojourns();
        }
    }

    private static void add(SimWorld world, String name, Address at) {
        world.add(new HostSpec(name, List.of(((Address.Inet) at).withPort(0)), 1, 1));
    }

    private Balancer balancer(List<Address> at) {
        Health unchecked = new Health(NEVER, NEVER, 1, 1);
        return new Balancer(
                new BalancerConfig(ENTRANCE, at, policy, StreamOptions.DEFAULT, unchecked, 1, 0),
                new Draining(shops),
                new BalancerTally(shops),
                _ -> {});
    }
}
