package dev.chokepoint.lab.programs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.Crash;
import dev.chokepoint.programs.nats.NatsClientConfig;
import dev.chokepoint.programs.nats.NatsServer;
import dev.chokepoint.programs.nats.NatsServerConfig;
import dev.chokepoint.programs.nats.Subject;
import dev.chokepoint.programs.talk.TalkText;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client with our broker, in both worlds. */
class NatsClientTest {
    private static void serve(Stage stage) {
        stage.serve((at, told) -> new NatsServer(new NatsServerConfig(at, true), told));
    }

    private static NatsClientConfig config(Address server) {
        return new NatsClientConfig(server, "test", true);
    }

    private static NatsUser use(Stage stage, NatsClientConfig config, Consumer<NatsUser> script) {
        NatsUser user = new NatsUser(config, script);
        stage.ask(_ -> user);
        return user;
    }

    @ParameterizedTest
    @EnumSource
    void shouldPublishWhatWaitedAndHearOthers(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            serve(stage);
            NatsUser other = new NatsUser(config(stage.server()), user -> user.listenTo("a.>"));
            NatsUser user = use(stage, config(stage.server()), self -> {
                other.start(self.host());
                self.host().after(200 * Stage.MILLI, () -> self.say("a.b", "later"));
                self.listenTo("a.*");
                self.say("a.b", "early");
                self.client().publish(Subject.of("a.c"), Subject.of("answer"), ByteBuffer.wrap("?".getBytes(UTF_8)));
            });
            stage.runUntil(() -> other.has("a.b: later"));

            assertThat(other.events()).endsWith("a.b: later").contains("connected");
            assertThat(user.events()).as("does not hear itself").containsExactly("connected");
            assertThat(user.counts().published()).isEqualTo(3);
            assertThat(user.counts().connected()).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldComeBackAndSubscribeAgain(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            serve(stage);
            Address at = stage.server();
            NatsUser other = new NatsUser(config(at), user -> user.listenTo("a"));
            NatsUser user = use(stage, config(at), self -> other.start(self.host()));
            stage.runUntil(() -> user.has("connected") && other.has("connected"));

            stage.world.crash("server", Crash.PROCESS);
            stage.runUntil(() -> user.events().size() >= 3 && other.events().size() >= 3);
            assertThat(user.events().get(1)).startsWith("disconnected: ");
            assertThat(user.events().get(2)).startsWith("disconnected: " + at + ": nobody listens there");
            stage.world.start("server", () -> new NatsServer(new NatsServerConfig(at, true), _ -> {}));
            stage.runUntil(() -> user.count("connected") == 2 && other.count("connected") == 2);
            assertThat(user.counts().connected()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepWhatHasRoomAndCountTheRest(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            NatsClientConfig usual = config(Stage.nobody());
            NatsClientConfig small = new NatsClientConfig(
                    usual.server(),
                    "small",
                    usual.stream(),
                    false,
                    100,
                    usual.firstRetryNanos(),
                    usual.lastRetryNanos(),
                    usual.pingNanos(),
                    false);
            NatsUser user = use(stage, small, self -> {
                for (int i = 0; i < 5; i++) {
                    self.say("a", "x".repeat(10));
                }
                self.host().after(300 * Stage.MILLI, self.client()::close);
            });
            stage.runUntil(() -> user.counts().refused() == 5);

            assertThat(user.counts().published())
                    .as("what waited was forgotten by close")
                    .isZero();
            int attempts = user.events().size();
            assertThat(attempts).isBetween(2, 4);
            stage.world.run(Stage.SECOND / 2);
            assertThat(user.events()).as("no attempt after close").hasSize(attempts);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveUpAServerThatDoesNotAnswer(Kind kind) {
        Session deaf = (_, _) -> {};
        try (Stage stage = new Stage(kind)) {
            stage.serve((at, told) -> host -> told.accept(
                    host.listen(at, StreamOptions.DEFAULT, _ -> deaf).local()));
            NatsClientConfig usual = config(stage.server());
            NatsClientConfig impatient = new NatsClientConfig(
                    usual.server(),
                    "impatient",
                    usual.stream(),
                    false,
                    usual.waitingBytes(),
                    1,
                    1,
                    50 * Stage.MILLI,
                    false);
            NatsUser user = use(stage, impatient, _ -> {});

            stage.runUntil(() -> user.count("disconnected: the server does not answer") >= 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldCountWhatNoPongConfirmed(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            stage.serve((at, told) -> host -> told.accept(
                    host.listen(at, StreamOptions.DEFAULT, _ -> new Forgetful()).local()));
            NatsUser user = use(stage, config(stage.server()), self -> {
                self.say("a", "1");
                self.say("a", "2");
            });
            stage.runUntil(() -> user.counts().uncertain() == 2);

            assertThat(user.events().get(1)).isEqualTo("error: Slow Consumer");
            assertThat(user.events().get(2)).isEqualTo("disconnected: Slow Consumer");
        }
    }

    /** A server that takes a client and forgets it as soon as it publishes. */
    private static final class Forgetful implements Session {
        @Override
        public void onOpen(Connection connection) {
            send(connection, "INFO {\"max_payload\":1000}\r\n");
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            String text = UTF_8.decode(bytes).toString();
            if (text.contains("PING")) {
                send(connection, "PONG\r\n");
            } else if (text.contains("PUB")) {
                send(connection, "-ERR 'Slow Consumer'\r\n");
                connection.close();
            }
        }

        private static void send(Connection connection, String text) {
            connection.send(ByteBuffer.wrap(text.getBytes(UTF_8)));
        }
    }

    /** The number in the payload says whose bytes they are: sender, broker and receiver speak of the same message. */
    @ParameterizedTest
    @EnumSource
    void shouldCarryMeasuredMessages(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            serve(stage);
            NatsUser receiver = new NatsUser(
                    config(stage.server()),
                    user -> user.client().subscribe(Subject.of("room"), message -> {
                        ByteBuffer text = message.payload();
                        long number = TalkText.number(text, text.position(), text.limit());
                        user.host().meter().working(number);
                        user.host().meter().delivered(number);
                    }));
            use(stage, config(stage.server()), self -> {
                receiver.start(self.host());
                self.host().after(500 * Stage.MILLI, () -> {
                    ByteBuffer text = ByteBuffer.allocate(64);
                    TalkText.put(77, 64, text);
                    self.host().meter().intended(77, self.host().nanoTime());
                    self.host().meter().working(77);
                    self.client().publish(Subject.of("room"), text.flip());
                });
            });
            stage.runUntil(() -> stage.ledger.delivered().containsKey(77L));
        }
    }
}
