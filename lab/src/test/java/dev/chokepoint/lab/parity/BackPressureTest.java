package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.StreamOptions;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class BackPressureTest extends ParitySuite {
    private static final int HIGH_BYTES = 20_000;
    private static final int LIMIT_BYTES = 100_000;
    private static final int WINDOW_BYTES = 16 << 10;
    /** Kernels round windows up, and count their own bookkeeping: generous, but far below what is offered. */
    private static final int KERNEL_BYTES = 2 << 20;

    private static final int PLENTY_BYTES = 4 << 20;
    private static final StreamOptions NARROW =
            OPTIONS.withSendMarks(HIGH_BYTES, LIMIT_BYTES).withWindow(WINDOW_BYTES);

    @Test
    void shouldSayWhenItIsFullAndWhenItIsNoMore() {
        Pair pair = connectedPair(NARROW, NARROW);
        AtomicBoolean below = new AtomicBoolean();

        pair.client().tell(_ -> {
            Connection connection = pair.atClient().connection();
            assertThat(connection.send(ByteBuffer.allocate(HIGH_BYTES))).isTrue();
            below.set(connection.send(ByteBuffer.allocate(1)));
            assertThat(connection.unsentBytes()).isEqualTo(HIGH_BYTES + 1);
        });

        stage.await("it to be writable", () -> pair.atClient().writables() > 0);
        assertThat(below).isFalse();
        long unsent = pair.client().ask(_ -> pair.atClient().connection().unsentBytes());
        assertThat(unsent).isLessThanOrEqualTo(HIGH_BYTES / 2);
        stage.await("all bytes", () -> pair.atServer().count() == HIGH_BYTES + 1);
        assertThat(pair.atClient().writables()).isEqualTo(1);
    }

    @Test
    void shouldNotSayThatItIsWritableWhenItNeverWasFull() {
        Pair pair = connectedPair(NARROW, NARROW);

        pair.client().tell(_ -> pair.atClient().connection().send(ByteBuffer.allocate(HIGH_BYTES)));

        stage.await("all bytes", () -> pair.atServer().count() == HIGH_BYTES);
        stage.settle();
        assertThat(pair.atClient().writables()).isZero();
    }

    @Test
    void shouldStallASenderWhosePeerDoesNotRead() {
        Bytes.Pump atClient = new Bytes.Pump(Bytes.pattern(PLENTY_BYTES), 5_000);
        Actor server = stage.actor("server");
        Probe atServer = new Probe() {
            @Override
            public synchronized void onOpen(Connection connection) {
                super.onOpen(connection);
                connection.pause();
            }
        };
        var address = server.listen(SERVER_IP, NARROW, _ -> atServer);
        Actor client = stage.actor("client");
        client.connect(CLIENT_IP, address, NARROW, 0, atClient);
        stage.await("both ends open", () -> atClient.isOpen() && atServer.isOpen());
        stage.pass(300_000_000);

        int accepted = PLENTY_BYTES - atClient.remaining();
        long unsent = client.ask(_ -> atClient.connection().unsentBytes());
        assertThat(unsent).isBetween((long) HIGH_BYTES / 2, (long) LIMIT_BYTES);
        assertThat(accepted).isLessThan(2 * WINDOW_BYTES + LIMIT_BYTES + KERNEL_BYTES);
        assertThat(atServer.count()).isZero();

        server.tell(_ -> atServer.connection().resume());
        stage.await("all bytes", () -> atServer.count() == PLENTY_BYTES);
        assertThat(atServer.bytes()).isEqualTo(Bytes.pattern(PLENTY_BYTES));
    }

    @Test
    void shouldAbortASenderThatIgnoresBeingFull() {
        Assumptions.assumeFalse(
                setting.kind() == WorldKind.IO_URING && setting.way() == Setting.Way.DIRECT,
                "known defect: a peer that resumes while io_uring still cancels the full send never hears of the reset");
        Pair pair = connectedPair(NARROW, NARROW);
        pair.server().tell(_ -> pair.atServer().connection().pause());

        stage.await("the abort", () -> {
            pair.client().tell(_ -> pair.atClient().connection().send(ByteBuffer.allocate(50_000)));
            return pair.atClient().isClosed();
        });

        assertThat(pair.atClient().closes())
                .singleElement()
                .isInstanceOfSatisfying(CloseReason.SendLimit.class, limit -> {
                    assertThat(limit.limitBytes()).isEqualTo(LIMIT_BYTES);
                    assertThat(limit.unsentBytes()).isBetween(LIMIT_BYTES + 1L, LIMIT_BYTES + 50_000L);
                });
        pair.server().tell(_ -> pair.atServer().connection().resume());
        stage.await("the reset", pair.atServer()::isClosed);
        assertThat(pair.atServer().closes()).containsExactly(RESET);
    }

    @Test
    void shouldBoundTheMemoryOfManySlowReadersWhateverTheProgramIgnores() {
        int readers = 40;
        Actor server = stage.actor("server");
        Actor client = stage.actor("client");
        AtomicLong opened = new AtomicLong();
        Probe slow = new Probe() {
            @Override
            public synchronized void onOpen(Connection connection) {
                connection.pause();
                opened.incrementAndGet();
            }
        };
        var address = server.listen(SERVER_IP, NARROW, _ -> slow);
        long before = Memory.usedBytes();
        byte[] piece = new byte[50_000];

        Probe[] senders = new Probe[readers];
        for (int i = 0; i < readers; i++) {
            senders[i] = new Probe();
            client.connect(CLIENT_IP, address, NARROW, i, senders[i]);
        }
        stage.await("all open", () -> opened.get() == readers);
        for (int round = 0; round < 100; round++) {
            client.tell(_ -> {
                for (Probe sender : senders) {
                    if (sender.isOpen()) {
                        sender.connection().send(ByteBuffer.wrap(piece));
                    }
                }
            });
        }

        // 200 MB were offered
        long allowed = readers * (LIMIT_BYTES + 2L * WINDOW_BYTES) + (16 << 20);
        assertThat(Memory.usedBytes() - before).isLessThan(allowed);
        for (Probe sender : senders) {
            stage.await("every sender aborted", sender::isClosed);
            assertThat(sender.closes()).singleElement().isInstanceOf(CloseReason.SendLimit.class);
        }
    }

    @Test
    void shouldDeliverNothingBetweenPauseAndResume() {
        byte[] all = Bytes.pattern(60_000);
        Actor server = stage.actor("server");
        AtomicLong pauses = new AtomicLong();
        Probe stopAndGo = new Probe() {
            @Override
            public synchronized void onBytes(Connection connection, ByteBuffer bytes) {
                super.onBytes(connection, bytes);
                connection.pause();
                pauses.incrementAndGet();
            }
        };
        var address = server.listen(SERVER_IP, OPTIONS.withWindow(4_000), _ -> stopAndGo);
        Bytes.Pump pump = new Bytes.Pump(all, 1_000);
        stage.actor("client").connect(CLIENT_IP, address, OPTIONS, 0, pump);
        stage.await("the first piece", () -> pauses.get() == 1);

        for (int i = 0; i < 3; i++) {
            int count = stopAndGo.count();
            stage.settle();
            assertThat(stopAndGo.count()).isEqualTo(count).isLessThan(all.length);
            long seen = pauses.get();
            server.tell(_ -> stopAndGo.connection().resume());
            stage.await("another piece", () -> pauses.get() > seen);
        }
        stage.await("all bytes", () -> {
            server.tell(_ -> stopAndGo.connection().resume());
            return stopAndGo.count() == all.length;
        });
        assertThat(stopAndGo.bytes()).isEqualTo(all);
    }

    @Test
    void shouldHoldBackThePeersEndWhilePaused() {
        Pair pair = connectedPair();
        pair.server().tell(_ -> pair.atServer().connection().pause());
        pair.client().tell(_ -> {
            pair.atClient().connection().send(Bytes.of("last"));
            pair.atClient().connection().finish();
        });

        stage.settle();
        assertThat(pair.atServer().isEnded()).isFalse();
        assertThat(pair.atServer().count()).isZero();
        pair.server().tell(_ -> pair.atServer().connection().resume());

        stage.await("the end", pair.atServer()::isEnded);
        assertThat(pair.atServer().text()).isEqualTo("last");
    }

    @Test
    void shouldPauseBeforeTheFirstByte() {
        Actor server = stage.actor("server");
        Probe paused = new Probe() {
            @Override
            public synchronized void onOpen(Connection connection) {
                super.onOpen(connection);
                connection.pause();
            }
        };
        var address = server.listen(SERVER_IP, OPTIONS, _ -> paused);
        stage.actor("client")
                .tell(host -> host.connect(CLIENT_IP, address, OPTIONS, 0, new Probe())
                        .send(Bytes.of("eager")));
        stage.await("it to open", paused::isOpen);

        stage.settle();
        assertThat(paused.count()).isZero();
        server.tell(_ -> paused.connection().resume());

        stage.await("the bytes", () -> paused.count() == 5);
    }
}
