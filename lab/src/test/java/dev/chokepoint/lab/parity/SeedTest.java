package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.world.World;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeedTest extends ParitySuite {
    /** The simulator's numbers are those of every other world. */
    @Test
    void shouldGiveALaneTheSameRandomNumbersInEveryWorld() {
        List<Long> here = stage.actor("client").ask(SeedTest::draw);

        try (Stage reference = new Stage(new Setting(WorldKind.SIM, setting.way(), Breakage.NONE))) {
            reference.host("client", CLIENT_IP);
            assertThat(reference.actor("client").ask(SeedTest::draw)).isEqualTo(here);
        }
    }

    private static List<Long> draw(Host host) {
        return Stream.generate(host.random()::nextLong).limit(5).toList();
    }

    @Test
    void shouldShareOneClockBetweenHostsAndTheWorld() {
        Actor server = stage.actor("server");
        Actor client = stage.actor("client");

        World world = stage.world();
        long before = world.nanoTime();
        long atServer = server.ask(Host::nanoTime);
        long atClient = client.ask(Host::nanoTime);

        assertThat(List.of(before, atServer, atClient, world.nanoTime())).isSorted();
    }

    @Test
    void shouldStopEveryProgramOnce() {
        AtomicReference<String> stopped = new AtomicReference<>("");
        stage.start("client", () -> new Program() {
            @Override
            public void start(Host host) {
                host.after(1_000_000_000_000L, () -> stopped.set("a timer ran"));
            }

            @Override
            public void stop() {
                stopped.accumulateAndGet("stopped", String::concat);
            }
        });

        stage.close();
        stage.close();

        assertThat(stopped).hasValue("stopped");
    }
}
