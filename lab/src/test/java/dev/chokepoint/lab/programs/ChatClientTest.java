package dev.chokepoint.lab.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Tls;
import dev.chokepoint.host.world.Crash;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.World;
import dev.chokepoint.live.Identities;
import dev.chokepoint.live.LiveWorld;
import dev.chokepoint.live.Transport;
import dev.chokepoint.programs.chat.ChatServer;
import dev.chokepoint.programs.chat.ChatServerConfig;
import dev.chokepoint.programs.chat.client.ChatClient;
import dev.chokepoint.programs.chat.client.ChatClientConfig;
import dev.chokepoint.programs.chat.client.ChatLine;
import dev.chokepoint.programs.chat.client.ChatView;
import dev.chokepoint.programs.secure.SecureAcceptor;
import dev.chokepoint.sim.SimCosts;
import dev.chokepoint.sim.SimWorld;
import dev.chokepoint.sim.Streams;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** People with our client on our server, in both worlds. */
@ParameterizedClass
@ValueSource(booleans = {false, true})
@Timeout(120)
class ChatClientTest {
    private static final Address SERVER = Address.inet("127.67.0.1", 0);
    private static final long STEP_NANOS = 5_000_000;
    private static final long PATIENCE_NANOS = 40_000_000_000L;
    private static final int PLAIN = 16667;
    private static final int SECURE = 16697;

    @Parameter
    private boolean live;

    private World world;
    private int people;

    /** What one of them sees. */
    private static final class Screen implements ChatView {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private volatile String target = "";
        private volatile String nick = "";
        private volatile String over = "";

        @Override
        public void show(ChatLine line) {
            lines.add(line.kind() + " " + line.where() + " <" + line.who() + "> " + line.text());
        }

        @Override
        public void talkingTo(String now, String name) {
            target = now;
            nick = name;
        }

        @Override
        public void over(boolean failed) {
            over = failed ? "failed" : "left";
        }

        boolean shows(String text) {
            return lines.stream().anyMatch(line -> line.contains(text));
        }
    }

    /** One of them. */
    private record Person(ChatClient client, Screen screen) {
        void type(String line) {
            assertThat(client.type(line)).isTrue();
        }

        boolean shows(String text) {
            return screen.shows(text);
        }
    }

    @BeforeEach
    void openTheWorld() {
        world = live
                ? new LiveWorld(5, Transport.best(), Observer.NONE)
                : new SimWorld(
                        5, Instant.parse("2026-01-01T00:00:00Z"), SimCosts.FREE, new Streams.Ideal(), Observer.NONE);
        world.add(new HostSpec("server", List.of(SERVER), 1, 1));
    }

    @AfterEach
    void closeTheWorld() {
        world.close();
    }

    private void serve(Optional<Tls.Server> identity) {
        world.start("server", () -> server(identity));
    }

    private static Program server(Optional<Tls.Server> identity) {
        ChatServerConfig config = ChatServerConfig.of("irc.test", Address.inet("127.67.0.1", PLAIN));
        return new ChatServer(
                config,
                _ -> {},
                chat -> identity.ifPresent(own -> {
                    Host host = chat.host();
                    host.listen(
                            Address.inet("127.67.0.1", SECURE), config.stream(), new SecureAcceptor(chat::accept, own));
                }));
    }

    private Person person(String nick, Optional<Tls.Client> tls, String... channels) {
        int port = tls.isPresent() ? SECURE : PLAIN;
        Screen screen = new Screen();
        ChatClient client = new ChatClient(
                new ChatClientConfig("127.67.0.1", port, nick, Optional.empty(), List.of(channels), tls), screen);
        String host = "person" + ++people;
        world.add(new HostSpec(host, List.of(Address.inet("127.67.1." + people, 0)), 1, 1));
        world.start(host, () -> client);
        return new Person(client, screen);
    }

    private Person person(String nick, String... channels) {
        return person(nick, Optional.empty(), channels);
    }

    private void await(Person person, String text) {
        await(text, () -> person.shows(text), person);
    }

    private void await(String what, BooleanSupplier condition, Person... people) {
        long deadline = world.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (world.nanoTime() > deadline) {
                throw new AssertionError("waited in vain for " + what + ": "
                        + List.of(people).stream()
                                .map(one -> one.screen().lines)
                                .toList());
            }
            world.run(STEP_NANOS);
        }
    }

    @Test
    void shouldTalkInAChannelAndAlone() {
        serve(Optional.empty());
        Person alice = person("alice", "#room");
        await(alice, "you are in #room");
        Person bob = person("bob", "#room");
        await(alice, "bob joins #room");
        await(bob, "2 in #room: ");

        alice.type("hello bob");
        await(bob, "MESSAGE #room <alice> hello bob");
        assertThat(alice.shows("MINE #room <alice> hello bob")).isTrue();
        bob.type("/me waves");
        await(alice, "ACTION #room <bob> waves");
        bob.type("/msg alice a secret");
        await(alice, "MESSAGE bob <bob> a secret");
        alice.type("/whois bob");
        await(alice, "bob is in #room");
        assertThat(bob.client().nicks()).containsExactly("alice", "bob");
    }

    @Test
    void shouldMoveBetweenChannels() {
        serve(Optional.empty());
        Person alice = person("alice", "#one", "#two");
        await("both channels", () -> alice.screen().target.equals("#two"), alice);

        alice.type("/go #one");
        await("the first", () -> alice.screen().target.equals("#one"), alice);
        alice.type("/part");
        await("the other", () -> alice.screen().target.equals("#two"), alice);
        alice.type("/join #three");
        await("the third", () -> alice.screen().target.equals("#three"), alice);
        alice.type("/go #nowhere");
        await(alice, "ERROR  <> you are not in #nowhere: /join #nowhere");
        assertThat(alice.client().channels()).containsExactly("#three", "#two");
    }

    @Test
    void shouldTakeAnotherNameWhenOneIsInUse() {
        serve(Optional.empty());
        Person first = person("alice", "#room");
        await(first, "you are in #room");

        Person second = person("alice", "#room");

        await(first, "alice_ joins #room");
        assertThat(second.screen().nick).isEqualTo("alice_");
        second.type("/nick carol");
        await(first, "alice_ is carol now");
        await("the new name", () -> second.screen().nick.equals("carol"), second);
    }

    @Test
    void shouldComeBackWhenTheServerDoes() {
        serve(Optional.empty());
        Person alice = person("alice");
        await(alice, "you are alice");
        alice.type("/join #room");
        await(alice, "you are in #room");

        world.crash("server", Crash.PROCESS);
        await(alice, "trying again in");
        serve(Optional.empty());

        await(
                "the channel again",
                () -> alice.screen().lines.stream()
                                .filter(line -> line.contains("you are in #room"))
                                .count()
                        == 2,
                alice);
    }

    @Test
    void shouldLeavePolitely() {
        serve(Optional.empty());
        Person alice = person("alice", "#room");
        await(alice, "you are in #room");
        Person bob = person("bob", "#room");
        await(alice, "bob joins");

        bob.type("/quit that was it");

        await(alice, "bob is gone (");
        await("the end", () -> bob.screen().over.equals("left"), bob);
    }

    @Test
    void shouldSayWhyItCannotConnect() {
        Person alice = person("alice", "#room");

        await(alice, "ERROR  <> nobody listens there");
        await("the end", () -> alice.screen().over.equals("failed"), alice);
    }

    @Test
    void shouldTalkOverTlsToThoseWhoDoNot() throws IOException {
        Tls.Server identity = Identities.selfSigned(List.of("irc.test"));
        serve(Optional.of(identity));
        Tls.Client pinned = new Tls.Client("irc.test", new Tls.Trust.Pinned(identity.fingerprint()));
        Person alice = person("alice", Optional.of(pinned), "#room");
        await(alice, "you are in #room");
        Person bob = person("bob", "#room");
        await(alice, "bob joins #room");

        alice.type("over TLS");
        await(bob, "MESSAGE #room <alice> over TLS");
        bob.type("in the clear");
        await(alice, "MESSAGE #room <bob> in the clear");
        alice.type("/quit");
        await(bob, "alice is gone");
    }

    @Test
    void shouldNotGoOnWithAServerThatItDoesNotTrust() throws IOException {
        Tls.Server identity = Identities.selfSigned(List.of("irc.test"));
        serve(Optional.of(identity));

        Person alice = person("alice", Optional.of(new Tls.Client("irc.test", new Tls.Trust.SystemStore())), "#room");

        await(alice, "its fingerprint is " + identity.fingerprint());
        await("the end", () -> alice.screen().over.equals("failed"), alice);
    }

    @Test
    void shouldObeyNoTerminalCommandsOfOthers() {
        serve(Optional.empty());
        Person alice = person("alice", "#room");
        await(alice, "you are in #room");
        Person bob = person("bob", "#room");
        await(bob, "you are in #room");

        bob.type("\u001b[2Jcleared \u0002bold\u0002 \u000304,12red\u0003 end");

        await(alice, "<bob> [2Jcleared bold red end");
    }

    @Test
    void shouldCutLongTextsBetweenWords() {
        serve(Optional.empty());
        Person alice = person("alice", "#room");
        await(alice, "you are in #room");
        Person bob = person("bob", "#room");
        await(bob, "you are in #room");
        String text = "word ".repeat(150).strip() + " " + "ü".repeat(300) + " end";

        bob.type(text);

        await(alice, "end");
        List<String> parts = alice.screen().lines.stream()
                .filter(line -> line.startsWith("MESSAGE"))
                .map(line -> line.substring("MESSAGE #room <bob> ".length()))
                .toList();
        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(String.join("", parts).replace(" ", "")).isEqualTo(text.replace(" ", ""));
        assertThat(parts.getFirst()).endsWith("word");
    }
}
