package dev.chokepoint.lab.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.blocking.BlockingHost;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.World;
import dev.chokepoint.live.LiveWorld;
import dev.chokepoint.live.Transport;
import dev.chokepoint.sim.SimCosts;
import dev.chokepoint.sim.SimWorld;
import dev.chokepoint.sim.Streams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guide's first programs run in both worlds as they are printed there. */
class EchoGuideTest {
    private static final Address SERVER = Address.inet("127.67.0.1", 7007);

    private static List<String> run(World world) {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        try (world) {
            world.add(new HostSpec("server", List.of(Address.inet("127.67.0.1", 0)), 1, 1));
            world.add(new HostSpec("client", List.of(Address.inet("127.67.0.2", 0)), 1, 1));
            var tenMillis = new Link.Direction(10_000_000, 0, Link.UNLIMITED, 1 << 20);
            world.add(new Link("wire", "client", "server", tenMillis, tenMillis));
            world.start("server", () -> BlockingHost.program(new EchoServer(SERVER)));
            world.start("client", () -> BlockingHost.program(new EchoClient(SERVER, 3, heard::add)));
            for (int i = 0; i < 100 && heard.size() < 3; i++) {
                world.run(50_000_000);
            }
        }
        return heard;
    }

    @Test
    void shouldEchoInTheSimulator() {
        assertThat(run(new SimWorld(1, Instant.EPOCH, SimCosts.FREE, new Streams.Ideal(), Observer.NONE)))
                .containsExactly("hello 1 after 20000 us", "hello 2 after 20000 us", "hello 3 after 20000 us");
    }

    @Test
    void shouldEchoOverRealSockets() {
        assertThat(run(new LiveWorld(1, Transport.best(), Observer.NONE)))
                .hasSize(3)
                .allMatch(line -> line.matches("hello [123] after [2-9]\\d{4,6} us"));
    }
}
