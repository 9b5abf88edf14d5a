package dev.chokepoint.bench.scale;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.programs.ask.AskLoad;
import dev.chokepoint.programs.ask.AskLoadConfig;
import dev.chokepoint.programs.ask.AskServer;
import dev.chokepoint.programs.ask.AskServerConfig;
import dev.chokepoint.programs.load.ServiceTime;
import dev.chokepoint.programs.load.Workload;
import dev.chokepoint.sim.SimCosts;
import dev.chokepoint.sim.SimWorld;
import dev.chokepoint.sim.Streams;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

public final class ScaleBench {
    public static void main(String[] args) {
        int clients = Integer.parseInt(args[0]);
        int seconds = Integer.parseInt(args[1]);
        long t0 = System.nanoTime();
        SimWorld world = new SimWorld(1, Instant.EPOCH, SimCosts.FREE, new Streams.Ideal(), Observer.NONE);
        int replicas = 20;
        long S = 1_000_000_000L;
        long start = 10 * S;
        for (int i = 0; i < replicas; i++) {
            Address.Inet server = Address.inet("10.0.0." + (1 + i), 80);
            Address.Inet client = Address.inet("10.1.0." + (1 + i), 0);
            world.add(new HostSpec("server" + i, List.of(server.withPort(0)), 2, 1));
            world.add(new HostSpec("fleet" + i, List.of(client), HostSpec.UNLIMITED, 1));
            world.start("server" + i, () -> new AskServer(new AskServerConfig(server, StreamOptions.DEFAULT, 1000, new ServiceTime.Constant(100_000))));
            int first = i;
            world.start("fleet" + i, () -> new AskLoad(new AskLoadConfig(server, StreamOptions.DEFAULT, clients / replicas, 100000, 300,
                new Workload.Constant(clients / 10.0 / replicas), start, start + (seconds - 12) * S, first, replicas), _ -> {}));
        }
        for (int s = 0; s < seconds; s++) {
            long before = world.events();
            long t = System.nanoTime();
            world.run(5 * S); s += 4;
            {
                Runtime r = Runtime.getRuntime();
                System.out.printf(Locale.ROOT, "%d s: %,d events, %.0f ns each, heap %,d MB%n", s + 1, world.events() - before, (System.nanoTime() - t) / (double) (world.events() - before), (r.totalMemory() - r.freeMemory()) >> 20);
            }
        }
        System.gc();
        Runtime r = Runtime.getRuntime();
        System.out.printf(Locale.ROOT, "total %.1f s, cpu %.1f, %,d events, live %,d MB%n", (System.nanoTime() - t0) / 1e9, ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9, world.events(), (r.totalMemory() - r.freeMemory()) >> 20);
        if (args.length > 2) histogram();
        System.out.println(world.traceHash() + " " + world.resources().size());
    }

    static void histogram() {
        try {
            String h = (String) ManagementFactory.getPlatformMBeanServer().invoke(new javax.management.ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram", new Object[] {null}, new String[] {String[].class.getName()});
            h.lines().limit(30).forEach(System.out::println);
        } catch (Exception e) { throw new RuntimeException(e); }
    }
}
