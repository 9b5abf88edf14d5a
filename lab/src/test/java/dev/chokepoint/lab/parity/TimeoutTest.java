package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Work;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeoutTest extends ParitySuite {
    private static final Work WORK = new Work.Synthetic("parity.busy");
    private static final long MILLI = 1_000_000;

    @Test
    void shouldTimeOutWhereTheAcceptQueueIsFull() {
        StreamOptions hasty = OPTIONS.withConnectTimeout(150 * MILLI);
        Actor server = stage.actor("server");
        Actor client = stage.actor("client");
        Address address = server.listen(SERVER_IP, OPTIONS.withBacklog(1), _ -> new Probe());
        var _ = server.begin(host -> {
            host.spend(WORK, 500 * MILLI);
            return true;
        });
        stage.pass(20 * MILLI);
        List<Probe> probes = new ArrayList<>();
        client.tell(host -> {
            for (int i = 0; i < 8; i++) {
                probes.add(new Probe());
                host.connect(CLIENT_IP, address, hasty, i, probes.getLast());
            }
        });

        stage.await("time-outs", () -> probes.stream().filter(Probe::isClosed).count() >= 4);

        assertThat(probes)
                .filteredOn(Probe::isClosed)
                .allSatisfy(probe -> assertThat(probe.closes()).containsExactly(new CloseReason.TimedOut()));
        assertThat(probes).filteredOn(Probe::isOpen).isNotEmpty();
        assertThat(new CloseReason.TimedOut().definite()).isFalse();
    }
}
