package dev.chokepoint.bench.scale;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.AccessLinks;
import dev.chokepoint.host.world.AddressBlock;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
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
import dev.chokepoint.sim.TcpOptions;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

public final class ScaleBench {
    static final long S = 1_000_000_000L;

    public static void main(String[] args) {
        int clients = Integer.parseInt(args[0]);
        int seconds = Integer.parseInt(args[1]);
        long t0 = System.nanoTime();
        Streams streams = new Streams.Tcp(TcpOptions.DEFAULT);
        SimWorld world = new SimWorld(1, Instant.EPOCH, SimCosts.FREE, streams, Observer.NONE);
        int replicas = 20;
        long start = 10 * S;
        world.add(new HostSpec("fleet", AddressBlock.of(Address.inet("10.1.0.0", 0), clients), HostSpec.UNLIMITED, 1));
        world.addRouter("r");
        Link.Direction up = new Link.Direction(20_000_000, 0, 5_000_000, 1 << 20);
        Link.Direction down = new Link.Direction(20_000_000, 0, 20_000_000, 1 << 20);
        world.add(new AccessLinks("access", "fleet", "r", up, down));
        List<Address> servers = new ArrayList<>();
        StreamOptions stream = new StreamOptions(8 << 10, 16 << 10, 16 << 10, 65535, 10 * S, false);
        Link.Direction free = new Link.Direction(0, 0, Link.UNLIMITED, Integer.MAX_VALUE);
        for (int i = 0; i < replicas; i++) {
            Address.Inet server = Address.inet("10.0.0." + (1 + i), 80);
            servers.add(server);
            world.add(new HostSpec("server" + i, List.of(server.withPort(0)), 1, 1));
            world.add(new Link("link" + i, "r", "server" + i, free, free));
            world.start("server" + i, () -> new AskServer(new AskServerConfig(server, stream, 1000, new ServiceTime.Constant(40_000))));
        }
        world.start("fleet", () -> new AskLoad(new AskLoadConfig(servers, stream, clients, 1_000_000, 200,
                new Workload.Poisson(clients / 10.0), start, (seconds - 2) * S, 0, 1), _ -> {}));
        for (int s = 0; s < seconds; s += 5) {
            long before = world.events();
            long t = System.nanoTime();
            long c = cpu();
            world.run(5 * S);
            Runtime r = Runtime.getRuntime();
            System.out.printf(Locale.ROOT, "%d s: %,d events, %.0f ns each, cpu %.0f, heap %,d MB%n", s + 5, world.events() - before, (System.nanoTime() - t) / (double) (world.events() - before), (cpu() - c) / (double) (world.events() - before), (r.totalMemory() - r.freeMemory()) >> 20);
        }
        double wall = (System.nanoTime() - t0) / 1e9;
        System.gc();
        Runtime r = Runtime.getRuntime();
        System.out.printf(Locale.ROOT, "total %.1f s, cpu %.1f, %,d events, live %,d MB%n", wall, cpu() / 1e9, world.events(), (r.totalMemory() - r.freeMemory()) >> 20);
        if (args.length > 2) histogram();
        System.out.println(world.traceHash() + " " + world.resources().size());
    }

    static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    static void histogram() {
        try {
            String h = (String) ManagementFactory.getPlatformMBeanServer().invoke(new javax.management.ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram", new Object[] {null}, new String[] {String[].class.getName()});
            h.lines().limit(36).forEach(System.out::println);
        } catch (Exception e) { throw new RuntimeException(e); }
    }
}
