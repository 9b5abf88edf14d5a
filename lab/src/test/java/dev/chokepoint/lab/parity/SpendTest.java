package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Work;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SpendTest extends ParitySuite {
    private static final Work WORK = new Work.Synthetic("parity.work");
    private static final long MILLI = 1_000_000;
    /** So long that a real server hears the message that was sent before in time, on a busy machine too. */
    private static final long LONG_NANOS = 250 * MILLI;

    @Test
    void shouldAdvanceTheLanesClock() {
        Actor client = stage.actor("client");

        client.tell(host -> {
            long before = host.nanoTime();
            Instant wallBefore = host.wallTime();
            host.spend(WORK, 3 * MILLI);
            assertThat(host.nanoTime() - before).isGreaterThanOrEqualTo(3 * MILLI);
            assertThat(Duration.between(wallBefore, host.wallTime()).toNanos())
                    .isGreaterThanOrEqualTo(3 * MILLI - 1_000);
        });
    }

    @Test
    void shouldCostNothingToDoNothing() {
        stage.actor("client").tell(host -> {
            host.spend(WORK, 0);
            host.spend(new Work.Calibrated("parity.unmeasured"), 10);
        });
    }

    @Test
    void shouldNotHoldBackWhatWasSentBefore() {
        AtomicLong earlyAt = new AtomicLong();
        AtomicLong lateAt = new AtomicLong();
        Actor server = stage.actor("server");
        CompletableFuture<Long> spentAt = new CompletableFuture<>();
        Probe atClient = new Probe();
        var address = server.ask(host -> host.listen(SERVER_IP, OPTIONS, _ -> new Probe() {
                    @Override
                    public synchronized void onBytes(Connection connection, ByteBuffer bytes) {
                        while (bytes.hasRemaining()) {
                            (bytes.get() == 'e' ? earlyAt : lateAt).set(host.nanoTime());
                        }
                    }
                })
                .local());
        Actor client = stage.actor("client");
        client.connect(CLIENT_IP, address, OPTIONS, 0, atClient);
        stage.await("it to open", atClient::isOpen);

        var _ = client.begin(host -> {
            atClient.connection().send(Bytes.of("e"));
            host.spend(WORK, LONG_NANOS);
            spentAt.complete(host.nanoTime());
            return atClient.connection().send(Bytes.of("l"));
        });

        stage.await("both bytes", () -> lateAt.get() != 0);
        assertThat(earlyAt.get()).isPositive().isLessThan(spentAt.join());
        assertThat(lateAt.get()).isGreaterThanOrEqualTo(spentAt.join());
    }

    @Test
    void shouldMakeTheNextCallbackWait() {
        CompletableFuture<Long> delay = new CompletableFuture<>();
        Actor client = stage.actor("client");

        client.tell(host -> {
            long begun = host.nanoTime();
            host.after(0, () -> delay.complete(host.nanoTime() - begun));
            host.spend(WORK, 30 * MILLI);
        });

        assertThat(stage.await("the timer", delay)).isGreaterThanOrEqualTo(30 * MILLI);
    }

    @Test
    void shouldArmLaterTimersFromTheAdvancedTime() {
        CompletableFuture<Long> delay = new CompletableFuture<>();

        stage.actor("client").tell(host -> {
            long begun = host.nanoTime();
            host.spend(WORK, 20 * MILLI);
            host.after(20 * MILLI, () -> delay.complete(host.nanoTime() - begun));
        });

        assertThat(stage.await("the timer", delay)).isGreaterThanOrEqualTo(40 * MILLI);
    }

    @Test
    void shouldKeepTheOrderOfSendsAroundIt() {
        Pair pair = connectedPair();

        pair.client().tell(host -> {
            for (int i = 0; i < 10; i++) {
                pair.atClient().connection().send(Bytes.of(i + ""));
                host.spend(i % 2 == 0 ? WORK : new Work.Calibrated("parity.count"), 100_000);
            }
        });

        stage.await("all bytes", () -> pair.atServer().count() == 10);
        assertThat(pair.atServer().text()).isEqualTo("0123456789");
    }

    @Test
    void shouldCloseAfterWhatWasSentAroundIt() {
        Pair pair = connectedPair();

        pair.client().tell(host -> {
            pair.atClient().connection().send(Bytes.of("before"));
            host.spend(WORK, MILLI);
            pair.atClient().connection().send(Bytes.of(" after"));
            pair.atClient().connection().close();
            host.spend(WORK, MILLI);
        });

        stage.await("the end", pair.atServer()::isEnded);
        assertThat(pair.atServer().text()).isEqualTo("before after");
    }
}
