package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Work;
import dev.chokepoint.host.world.Crash;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrashTest extends FaultSuite {
    private static final Work WORK = new Work.Synthetic("parity.doomed");

    private void crash(Crash how) {
        stage.world().crash("server", how);
    }

    @Test
    void shouldTellPeersOfADeadProcessThatTheStreamEnds() {
        Probe atClient = open();
        send(server, lastAccepted(), "last words");
        stage.await("them", () -> atClient.count() == 10);

        crash(Crash.PROCESS);

        stage.await("the end", atClient::isEnded);
        assertThat(atClient.text()).isEqualTo("last words");
        assertThat(atClient.isClosed()).isFalse();
        assertThat(lastAccepted().closes()).as("the dead hear nothing").isEmpty();
    }

    @Test
    void shouldAnswerTheDeadProcesssPeersWithAResetWhenTheySpeak() {
        Probe atClient = open();
        crash(Crash.PROCESS);
        stage.await("the end", atClient::isEnded);

        send(client, atClient, "are you there");

        awaitReset(atClient);
        assertThat(atClient.closes()).containsExactly(RESET);
    }

    @Test
    void shouldResetAtOnceWhenTheDeadHadNotReadEverything() {
        Probe atClient = open();
        server.tell(_ -> lastAccepted().connection().pause());
        send(client, atClient, "unread");
        stage.pass(50 * MILLI);

        crash(Crash.PROCESS);

        awaitReset(atClient);
        assertThat(atClient.closes()).containsExactly(RESET);
    }

    /**
     * A reset may get lost: who goes on speaking gets another. And over real sockets, who has heard of the end before may not be
     * told of the reset until the next send.
     */
    private void awaitReset(Probe probe) {
        stage.await("a reset", () -> {
            boolean speaks =
                    setting.way() == Setting.Way.LOSSY || !setting.kind().isVirtual();
            if (probe.isOpen() && !probe.isClosed() && speaks) {
                client.tell(_ -> probe.connection().send(Bytes.of("?")));
            }
            return probe.isClosed();
        });
    }

    @Test
    void shouldRefuseConnectionsToADeadProcess() {
        crash(Crash.PROCESS);

        Probe probe = dial();

        stage.await("the refusal", probe::isClosed);
        assertThat(probe.closes()).containsExactly(REFUSED);
    }

    @Test
    void shouldSaySoOverUnreadBytesInTheAcceptQueueToo() {
        var _ = server.begin(host -> {
            host.spend(WORK, 300 * MILLI);
            return true;
        });
        stage.pass(20 * MILLI);
        Probe waiting = dial();
        stage.pass(30 * MILLI);

        crash(Crash.PROCESS);

        awaitReset(waiting);
    }

    @Test
    void shouldKeepADeadHostsPeersInSilence() {
        Probe atClient = open();

        crash(Crash.HOST);
        send(client, atClient, "hello?");
        stage.pass(300 * MILLI);

        assertThat(atClient.isClosed()).isFalse();
        assertThat(atClient.isEnded()).isFalse();
        assertThat(lastAccepted().count()).isZero();
    }

    @Test
    void shouldTimeOutConnectionsToADeadHost() {
        crash(Crash.HOST);

        Probe probe = dial(150 * MILLI);

        stage.await("a time-out", probe::isClosed);
        assertThat(probe.closes()).containsExactly(new CloseReason.TimedOut());
    }

    @ParameterizedTest
    @EnumSource
    void shouldServeAgainAfterARestart(Crash how) {
        open();
        crash(how);
        stage.pass(20 * MILLI);

        boot(at);
        Probe atClient = open();
        send(client, atClient, "again");
        stage.await("the bytes", () -> lastAccepted().count() == 5);

        assertThat(lastAccepted().text()).isEqualTo("again");
    }

    @ParameterizedTest
    @EnumSource
    void shouldAnswerOldConnectionsWithAResetAfterARestart(Crash how) {
        Probe atClient = open();
        crash(how);
        stage.pass(20 * MILLI);
        boot(at);

        send(client, atClient, "do you know me");

        awaitReset(atClient);
        assertThat(atClient.closes()).containsExactly(RESET);
    }

    @Test
    void shouldAnswerWhatWasSentToADeadHostOnceItLivesAgain() {
        Probe atClient = open();
        crash(Crash.HOST);
        send(client, atClient, "hello?");
        stage.pass(100 * MILLI);

        boot(at);

        awaitReset(atClient);
        assertThat(atClient.closes()).containsExactly(RESET);
    }

    @Test
    void shouldConnectOnceTheDeadHostLivesAgain() {
        crash(Crash.HOST);
        Probe patient = dial();
        stage.pass(100 * MILLI);
        assertThat(patient.isOpen()).isFalse();

        boot(at);

        stage.await("it to open", patient::isOpen);
    }

    @ParameterizedTest
    @EnumSource
    void shouldNeverRunAnOldTimer(Crash how) {
        AtomicInteger runs = new AtomicInteger();
        AtomicInteger computed = new AtomicInteger();
        server.tell(host -> {
            host.after(60 * MILLI, runs::incrementAndGet);
            host.offload(WORK, 60 * MILLI, () -> 0, _ -> computed.incrementAndGet());
        });

        crash(how);
        boot(at);
        stage.pass(200 * MILLI);

        assertThat(runs).hasValue(0);
        assertThat(computed).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotDoWhatWasToComeAfterTheWorkItDiedIn(Crash how) {
        Probe atClient = open();
        var _ = server.begin(host -> {
            lastAccepted().connection().send(Bytes.of("before"));
            host.spend(WORK, 600 * MILLI);
            return lastAccepted().connection().send(Bytes.of("never"));
        });
        stage.await("what was sent before", () -> atClient.count() == 6);

        crash(how);
        stage.pass(800 * MILLI);

        assertThat(atClient.text()).isEqualTo("before");
    }

    @Test
    void shouldStopEachInstanceOnceAndMakeNewOnes() {
        List<String> life = new CopyOnWriteArrayList<>();
        stage.host("mortal", dev.chokepoint.host.Address.inet("127.66.0.7", 0));
        List<Program> instances = new ArrayList<>();
        Runnable start = () -> stage.start("mortal", () -> {
            int number = instances.size();
            instances.add(new Program() {
                @Override
                public void start(Host host) {
                    life.add("start " + number);
                }

                @Override
                public void stop() {
                    life.add("stop " + number);
                }
            });
            return instances.getLast();
        });

        start.run();
        stage.world().crash("mortal", Crash.PROCESS);
        start.run();
        stage.close();

        assertThat(life).containsExactly("start 0", "stop 0", "start 1", "stop 1");
    }

    @Test
    void shouldGoOnCountingWhereTheDeadLeftOff() {
        open();
        long before = callbacks();

        crash(Crash.PROCESS);
        assertThat(callbacks()).isGreaterThanOrEqualTo(before);
        boot(at);
        open();

        assertThat(callbacks()).isGreaterThan(before);
        assertThat(stage.world().resources()).extracting(use -> use.name()).doesNotHaveDuplicates();
    }

    private long callbacks() {
        return stage.world().resources().stream()
                .filter(use -> use.name().equals("server lane 0"))
                .mapToLong(use -> use.served())
                .sum();
    }

    @Test
    void shouldRefuseToKillTheDead() {
        crash(Crash.PROCESS);

        assertThatThrownBy(() -> crash(Crash.PROCESS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("server")
                .hasMessageContaining("start it");
        assertThatThrownBy(() -> stage.world().crash("nobody", Crash.HOST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void shouldLeaveOtherHostsAlone() {
        stage.host("other", dev.chokepoint.host.Address.inet("127.66.0.8", 0));
        Actor other = stage.actor("other");
        Probe atOther = new Probe();
        var there = other.listen(dev.chokepoint.host.Address.inet("127.66.0.8", 0), OPTIONS, _ -> atOther);
        Probe atClient = new Probe();
        client.connect(CLIENT_IP, there, OPTIONS, 0, atClient);
        stage.await("it to open", atClient::isOpen);

        crash(Crash.HOST);
        send(client, atClient, "still here");

        stage.await("the bytes", () -> atOther.count() == 10);
    }
}
