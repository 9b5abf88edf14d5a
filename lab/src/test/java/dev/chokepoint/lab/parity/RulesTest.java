package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.world.Fault;
import dev.chokepoint.host.world.Passage;
import dev.chokepoint.host.world.Rule;
import dev.chokepoint.host.world.Verdict;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class RulesTest extends FaultSuite {
    private static final long DELAY = 80 * MILLI;

    private static Rule delay(String from) {
        return passage -> passage.from().equals(from) ? new Verdict.Delay(DELAY) : Verdict.PASS;
    }

    @Test
    void shouldHoldAStreamUntilThePartitionIsHealed() {
        Probe atClient = open();
        send(client, atClient, "one ");
        stage.await("the first bytes", () -> lastAccepted().count() == 4);

        Fault fault = install(PARTITION);
        send(client, atClient, "two ");
        send(server, lastAccepted(), "back");
        stage.pass(100 * MILLI);
        assertThat(lastAccepted().text()).isEqualTo("one ");
        assertThat(atClient.count()).isZero();

        fault.close();
        send(client, atClient, "three");
        stage.await("the rest", () -> lastAccepted().count() == 13 && atClient.count() == 4);
        assertThat(lastAccepted().text()).isEqualTo("one two three");
        assertThat(atClient.text()).isEqualTo("back");
        assertThat(atClient.isClosed()).isFalse();
    }

    @Test
    void shouldHoldTheEndOfAStreamToo() {
        Probe atClient = open();

        Fault fault = install(PARTITION);
        client.tell(_ -> {
            atClient.connection().send(Bytes.of("bye"));
            atClient.connection().finish();
        });
        stage.pass(100 * MILLI);
        assertThat(lastAccepted().isEnded()).isFalse();

        fault.close();
        stage.await("the end", () -> lastAccepted().isEnded());
        assertThat(lastAccepted().text()).isEqualTo("bye");
    }

    @Test
    void shouldCarryOnWithALotThatWasHeld() {
        Probe atClient = open();
        byte[] bytes = Bytes.pattern(300_000);

        Fault fault = install(PARTITION);
        client.tell(_ -> atClient.connection().send(java.nio.ByteBuffer.wrap(bytes)));
        stage.pass(50 * MILLI);
        fault.close();

        stage.await("all bytes", () -> lastAccepted().count() == bytes.length);
        assertThat(lastAccepted().bytes()).isEqualTo(bytes);
    }

    @Test
    void shouldLetConnectingWaitForTheHealing() {
        Fault fault = install(PARTITION);
        Probe patient = dial();
        stage.pass(100 * MILLI);
        assertThat(patient.isOpen()).isFalse();

        fault.close();

        stage.await("it to open", patient::isOpen);
        assertThat(patient.isClosed()).isFalse();
    }

    @Test
    void shouldTimeOutWhatConnectsAcrossAPartition() {
        install(PARTITION);

        Probe hasty = dial(100 * MILLI);

        stage.await("a time-out", hasty::isClosed);
        assertThat(hasty.closes()).containsExactly(new CloseReason.TimedOut());
        assertThat(hasty.isOpen()).isFalse();
    }

    @Test
    void shouldNotHealTwice() {
        Fault first = install(PARTITION);
        Fault second = install(PARTITION);
        first.close();
        first.close();

        Probe probe = dial();
        stage.pass(100 * MILLI);
        assertThat(probe.isOpen()).isFalse();

        second.close();
        stage.await("it to open", probe::isOpen);
    }

    @Test
    void shouldDelayAStreamAndKeepItsOrder() {
        Probe atClient = open();
        Fault fault = install(delay("client"));

        long begun = stage.world().nanoTime();
        send(client, atClient, "late ");
        stage.pass(20 * MILLI);
        fault.close();
        send(client, atClient, "later");
        stage.await("all bytes", () -> lastAccepted().count() == 10);

        assertThat(stage.world().nanoTime() - begun).isGreaterThanOrEqualTo(DELAY);
        assertThat(lastAccepted().text()).isEqualTo("late later");
    }

    @Test
    void shouldNotSpoilTheRateByDelaying() {
        Probe atClient = open();
        byte[] bytes = Bytes.pattern(50_000);
        install(delay("client"));

        long begun = stage.world().nanoTime();
        client.tell(_ -> atClient.connection().send(java.nio.ByteBuffer.wrap(bytes)));
        stage.await("all bytes", () -> lastAccepted().count() == bytes.length);

        long most = setting.way() == Setting.Way.LOSSY ? 100 * DELAY : 12 * DELAY;
        assertThat(stage.world().nanoTime() - begun).isBetween(DELAY, most);
        assertThat(lastAccepted().bytes()).isEqualTo(bytes);
    }

    @Test
    void shouldDelayAConnectionsOpeningBothWays() {
        install(passage -> new Verdict.Delay(DELAY));

        long begun = stage.world().nanoTime();
        Probe probe = dial();
        stage.await("it to open", probe::isOpen);

        assertThat(stage.world().nanoTime() - begun).isGreaterThanOrEqualTo(2 * DELAY);
    }

    @Test
    void shouldAskWithTheHostsNamesAndOnlyBetweenHosts() {
        Queue<Passage> asked = new ConcurrentLinkedQueue<>();
        install(passage -> {
            asked.add(passage);
            return Verdict.PASS;
        });

        Probe atClient = open();
        send(client, atClient, "hello");
        send(server, lastAccepted(), "hi");
        stage.await("both", () -> lastAccepted().count() == 5 && atClient.count() == 2);

        assertThat(asked)
                .isNotEmpty()
                .allSatisfy(passage ->
                        assertThat(List.of(passage.from(), passage.to())).containsExactlyInAnyOrder("client", "server"))
                .noneMatch(Passage::datagram)
                .anyMatch(passage -> passage.from().equals("client") && passage.bytes() >= 5)
                .anyMatch(passage -> passage.from().equals("server") && passage.bytes() >= 2);
    }

    @Test
    void shouldLetTheFirstRuleDecide() {
        install(delay("client"));
        install(PARTITION);
        Probe probe = dial(60 * MILLI + DELAY);
        stage.await("a time-out", probe::isClosed);
        assertThat(probe.closes()).containsExactly(new CloseReason.TimedOut());
    }
}
