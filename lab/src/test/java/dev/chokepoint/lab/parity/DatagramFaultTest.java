package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.DatagramError;
import dev.chokepoint.host.world.Crash;
import dev.chokepoint.host.world.Fault;
import dev.chokepoint.host.world.Passage;
import dev.chokepoint.host.world.Rule;
import dev.chokepoint.host.world.Verdict;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatagramFaultTest extends DatagramSuite {
    private static final long MILLI = 1_000_000;
    private Actor server;
    private DatagramProbe atServer;
    private DatagramProbe atClient;
    private Socket there;
    private Socket here;

    @BeforeEach
    void openSockets() {
        server = stage.actor("server");
        atServer = new DatagramProbe();
        atClient = new DatagramProbe();
        there = bind(server, SERVER_IP, atServer);
        here = connect(stage.actor("client"), CLIENT_IP, there.local(), atClient);
    }

    @Test
    void shouldLoseWhatARuleDrops() {
        Fault fault = stage.world().install(Rule.partition(List.of("client"), List.of("server")));
        here.sendNumbers(there.local(), 0, 3, 100);
        stage.pass(50 * MILLI);
        fault.close();
        here.sendNumbers(there.local(), 10, 2, 100);

        stage.await("two", () -> atServer.count() == 2);
        stage.settle();
        assertThat(atServer.count()).isEqualTo(2);
    }

    @Test
    void shouldDelayWhatARuleDelays() {
        Queue<Passage> asked = new ConcurrentLinkedQueue<>();
        stage.world().install(passage -> {
            asked.add(passage);
            return new Verdict.Delay(80 * MILLI);
        });

        long begun = stage.world().nanoTime();
        here.sendNumbers(there.local(), 0, 2, 100);
        stage.await("both", () -> atServer.count() == 2);

        assertThat(stage.world().nanoTime() - begun).isGreaterThanOrEqualTo(80 * MILLI);
        assertThat(asked)
                .isNotEmpty()
                .allMatch(Passage::datagram)
                .allMatch(passage -> passage.from().equals("client") && passage.bytes() >= 100);
    }

    @Test
    void shouldHearThatADeadProcesssPortIsUnreachable() {
        stage.world().crash("server", Crash.PROCESS);

        here.sendNumbers(there.local(), 0, 1, 100);

        stage.await("the error", () -> !atClient.errors().isEmpty());
        assertThat(atClient.errors()).containsOnly(new DatagramError.PortUnreachable(there.local()));
    }

    @Test
    void shouldHearNothingFromADeadHost() {
        stage.world().crash("server", Crash.HOST);

        here.sendNumbers(there.local(), 0, 1, 100);
        stage.pass(200 * MILLI);

        assertThat(atClient.errors()).isEmpty();
        assertThat(atServer.count()).isZero();
    }

    @Test
    void shouldBindTheSameAddressAgainAfterARestart() {
        stage.world().crash("server", Crash.HOST);
        Actor again = stage.actor("server");
        DatagramProbe reborn = new DatagramProbe();
        bind(again, there.local(), reborn);

        here.sendNumbers(there.local(), 0, 1, 100);

        stage.await("it", () -> reborn.count() == 1);
        assertThat(atServer.count()).isZero();
    }
}
