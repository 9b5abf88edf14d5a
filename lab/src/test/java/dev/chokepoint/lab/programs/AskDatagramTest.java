package dev.chokepoint.lab.programs;

import static dev.chokepoint.lab.programs.Stage.MILLI;
import static dev.chokepoint.lab.programs.Stage.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramHandler;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Datagrams;
import dev.chokepoint.host.world.Impairment;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Packets;
import dev.chokepoint.programs.ask.AskDatagramLoad;
import dev.chokepoint.programs.ask.AskDatagramLoadConfig;
import dev.chokepoint.programs.ask.AskDatagramServer;
import dev.chokepoint.programs.ask.AskDatagramServerConfig;
import dev.chokepoint.programs.ask.Retries;
import dev.chokepoint.programs.load.ServiceTime;
import dev.chokepoint.programs.load.Workload;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests and answers of one datagram each. */
class AskDatagramTest {
    private static final Retries NONE = new Retries(0, SECOND);

    private final List<Long> lags = Collections.synchronizedList(new ArrayList<>());

    private static void serve(Stage stage, long workNanos) {
        stage.serve((at, told) -> new AskDatagramServer(
                new AskDatagramServerConfig(at, DatagramOptions.DEFAULT, 200, new ServiceTime.Constant(workNanos)),
                told));
    }

    /** Starts a load that lasts so long, and returns when it begins. */
    private long load(Stage stage, int clients, int queue, Workload workload, Retries retries, long lastsNanos) {
        return load(stage, stage.server(), clients, queue, workload, retries, lastsNanos);
    }

    private long load(
            Stage stage, Address server, int clients, int queue, Workload workload, Retries retries, long lastsNanos) {
        long start = stage.world.nanoTime() + 50 * MILLI + clients * MILLI; // for its sockets
        AskDatagramLoadConfig config = new AskDatagramLoadConfig(
                server,
                DatagramOptions.DEFAULT,
                clients,
                queue,
                100,
                workload,
                retries,
                start,
                start + lastsNanos,
                7,
                10);
        stage.ask(_ -> new AskDatagramLoad(config, lags::add));
        return start;
    }

    private static void finish(Stage stage, long endNanos) {
        stage.world.run(endNanos + 200 * MILLI - stage.world.nanoTime()); // a busy machine may come to it late
        stage.runUntil(() -> stage.ledger.ended() == stage.ledger.intended().size());
    }

    @ParameterizedTest
    @EnumSource
    void shouldAskAtTheExactTimesOfTheWorkload(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            serve(stage, 0);
            long start = load(stage, 4, 100, new Workload.Constant(300), NONE, SECOND);
            finish(stage, start + SECOND);

            SortedMap<Long, Long> exact = new TreeMap<>();
            for (long k = 0; k < 300; k++) {
                exact.put(7 + 10 * k, start + StrictMath.round(k * 1e9 / 300));
            }
            assertThat(stage.ledger.intended()).isEqualTo(exact);
            assertThat(stage.ledger.delivered()).containsOnlyKeys(exact.keySet());
            assertThat(lags).hasSize(300).allMatch(lag -> lag >= 0);
        }
    }

    /** More clients than sockets share them, told apart by their numbers. */
    @ParameterizedTest
    @EnumSource
    void shouldServeMoreClientsThanThereAreSockets(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            serve(stage, 0);
            int clients = AskDatagramLoad.SOCKETS_MAX + 500;
            Workload closed = new Workload.Closed(new ServiceTime.Exponential(SECOND / 2));
            long start = load(stage, clients, 0, closed, new Retries(3, SECOND / 4), SECOND / 4);
            finish(stage, start + SECOND / 4);

            // with e^-1/2 of all clients still in their first thought
            assertThat(stage.ledger.intended().size()).isBetween(clients / 4, clients);
            assertThat(stage.ledger.delivered()).hasSameSizeAs(stage.ledger.intended());
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldQueueForAnIdleClientAndFailWhatTheQueueRefuses(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            serve(stage, 100 * MILLI);
            long start = load(stage, 2, 3, new Workload.Constant(1000), NONE, 10 * MILLI);
            finish(stage, start + 10 * MILLI);

            assertThat(stage.ledger.delivered()).containsOnlyKeys(7L, 17L, 27L, 37L, 47L);
            assertThat(stage.ledger.failed()).containsExactly(Map.entry("client queue full", 5));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldThinkBetweenAnswersInAClosedLoop(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            serve(stage, 0);
            Workload closed = new Workload.Closed(new ServiceTime.Constant(20 * MILLI));
            long start = load(stage, 3, 0, closed, NONE, SECOND / 2);
            finish(stage, start + SECOND / 2);

            assertThat(stage.ledger.intended().size()).isBetween(3, 3 * 24);
            assertThat(stage.ledger.delivered()).hasSameSizeAs(stage.ledger.intended());
            if (kind == Kind.SIMULATOR) {
                assertThat(stage.ledger.intended()).hasSize(3 * 24);
            }
        }
    }

    /** Each way loses 0.3: without a retry 0.49 arrive, with four all but 0.51^5 = 0.035. */
    @ParameterizedTest
    @EnumSource
    void shouldLoseLessTheMoreItRetries(Kind kind) {
        assertFair(lossyRun(kind, new Retries(0, 400 * MILLI)), 1_000, 0.51);
        assertFair(lossyRun(kind, new Retries(4, 50 * MILLI)), 1_000, StrictMath.pow(0.51, 5));
    }

    /** Within 6.5 standard deviations: a fair world fails that in less than one run of 10^9. */
    private static void assertFair(int lost, int of, double probability) {
        double deviation = 6.5 * Math.sqrt(of * probability * (1 - probability));
        assertThat((double) lost).isCloseTo(of * probability, within(deviation));
    }

    private int lossyRun(Kind kind, Retries retries) {
        try (Stage stage = new Stage(kind)) {
            var direction = new Link.Direction(
                    MILLI, 0, Link.UNLIMITED, 1 << 20, Packets.DEFAULT.impaired(Impairment.loss(0.3)));
            stage.world.add(new Link("lossy", "client", "server", direction, direction));
            serve(stage, 0);
            long start = load(stage, 500, 1_000, new Workload.Constant(2_000), retries, SECOND / 2);
            finish(stage, start + SECOND / 2);

            assertThat(stage.ledger.intended()).hasSize(1_000);
            assertThat(stage.ledger.failed()).containsOnlyKeys("lost");
            return stage.ledger.failed().get("lost");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldDeliverAMessageOnceThoughItsAnswersComeTwice(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            var direction = new Link.Direction(
                    MILLI, 0, Link.UNLIMITED, 1 << 20, Packets.DEFAULT.impaired(new Impairment(0, 1, 0, 0)));
            stage.world.add(new Link("doubling", "client", "server", direction, direction));
            serve(stage, 0);
            long start = load(stage, 20, 1_000, new Workload.Constant(500), NONE, SECOND / 2);
            finish(stage, start + SECOND / 2);
            stage.world.run(20 * MILLI);

            assertThat(stage.ledger.delivered()).hasSize(250);
            assertThat(stage.ledger.ended()).isEqualTo(250);
        }
    }

    /** The server is slower than the client is patient: each retry is answered, too, and the first answer counts. */
    @ParameterizedTest
    @EnumSource
    void shouldTakeTheFirstAnswerToWhicheverSending(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            serve(stage, 50 * MILLI);
            long start = load(stage, 1, 0, new Workload.Constant(1), new Retries(5, 10 * MILLI), MILLI);
            finish(stage, start + MILLI);
            stage.world.run(400 * MILLI);

            assertThat(stage.ledger.delivered()).containsOnlyKeys(7L);
            assertThat(stage.ledger.ended()).isEqualTo(1);
            assertThat(stage.ledger.delivered().get(7L) - start).isGreaterThanOrEqualTo(50 * MILLI);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayThatNobodyIsThere(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            Retries retries = new Retries(2, 10 * MILLI);
            long start = load(stage, Stage.nobody(), 3, 0, new Workload.Constant(100), retries, 30 * MILLI);
            finish(stage, start + 30 * MILLI);

            assertThat(stage.ledger.failed()).containsExactly(Map.entry("refused", 3));
        }
    }

    /** Waits 10, 20 and 40 ms. */
    @Test
    void shouldGiveUpAfterItsPatience() {
        try (Stage stage = new Stage(Kind.SIMULATOR)) {
            List<Long> arrivals = new ArrayList<>();
            stage.serve((at, told) -> host -> {
                DatagramHandler mute = (_, _, _) -> arrivals.add(host.nanoTime());
                told.accept(host.bind(at, DatagramOptions.DEFAULT, 0, mute).local());
            });
            long start = load(stage, 1, 0, new Workload.Constant(1), new Retries(2, 10 * MILLI), MILLI);
            stage.world.run(start + 69 * MILLI - stage.world.nanoTime());
            assertThat(stage.ledger.ended()).isZero();
            stage.world.run(MILLI);

            assertThat(stage.ledger.failed()).containsExactly(Map.entry("lost", 1));
            assertThat(arrivals).containsExactly(start, start + 10 * MILLI, start + 30 * MILLI);
        }
    }

    /** Answers with what no server of ours says, then rightly. */
    private static final class Liar implements DatagramHandler {
        @Override
        public void onDatagram(Datagrams socket, Address from, ByteBuffer request) {
            ByteBuffer copy =
                    ByteBuffer.allocate(request.remaining()).put(request).flip();
            socket.send(from, ByteBuffer.wrap(new byte[] {'A', 'S', 'K', '!'}));
            socket.send(from, ByteBuffer.allocate(0));
            socket.send(from, copy.duplicate()); // a request
            ByteBuffer answer = copy.putInt(0, 'A' << 24 | 'S' << 16 | 'K' << 8 | '!');
            socket.send(from, answer.duplicate().putLong(8, answer.getLong(8) + 10)); // to another message
            answer.putLong(8, answer.getLong(8) - 10);
            int client = answer.getInt(4);
            socket.send(from, answer.putInt(4, client + 1_000).duplicate()); // of nobody
            socket.send(from, answer.putInt(4, -1).duplicate());
            socket.send(from, answer.putInt(4, client).duplicate());
            socket.send(from, answer);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldIgnoreWhatIsNoAnswerOfItsOwn(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            stage.serve((at, told) -> host -> told.accept(
                    host.bind(at, DatagramOptions.DEFAULT, 0, new Liar()).local()));
            Retries retries = new Retries(0, SECOND / 5);
            long start = load(stage, 1, 0, new Workload.Closed(new ServiceTime.Constant(MILLI)), retries, 5 * MILLI);
            finish(stage, start + 5 * MILLI);

            assertThat(stage.ledger.delivered()).hasSameSizeAs(stage.ledger.intended());
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAnswerNothingButRequests(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            serve(stage, 0);
            List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
            stage.ask(server -> host -> {
                DatagramHandler listening = (_, _, answer) -> answers.add(answer.remaining());
                Datagrams socket = host.connectDatagrams(
                        host.addresses().getFirst(), server, DatagramOptions.DEFAULT, 0, listening);
                socket.send(server, ByteBuffer.allocate(0));
                socket.send(server, ByteBuffer.allocate(500));
                socket.send(
                        server,
                        ByteBuffer.allocate(16)
                                .put("ASK!".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                                .rewind());
                socket.send(
                        server,
                        ByteBuffer.allocate(16)
                                .put("ASK?".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                                .rewind());
            });
            stage.runUntil(() -> !answers.isEmpty());
            stage.world.run(20 * MILLI);

            assertThat(answers).containsExactly(200);
        }
    }

    @Test
    void shouldRefuseSizesThatNoDatagramHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AskDatagramServerConfig(
                        Stage.nobody(), DatagramOptions.DEFAULT, 15, new ServiceTime.Constant(0)))
                .withMessageContaining("a response of 15 B: must be 16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AskDatagramServerConfig(
                        Stage.nobody(), DatagramOptions.DEFAULT, 65_508, new ServiceTime.Constant(0)))
                .withMessageContaining("65507");
    }
}
