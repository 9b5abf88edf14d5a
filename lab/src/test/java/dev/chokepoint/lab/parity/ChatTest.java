package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.programs.chat.ChatServer;
import dev.chokepoint.programs.chat.ChatServerConfig;
import dev.chokepoint.programs.chat.Message;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The chat server in every world: what each client is told, line by line, is the same. */
class ChatTest extends ParitySuite {
    private static final String NAME = "irc.example.org";
    private static final String HOST = "127.66.0.2";
    private static final int MANY = 60;

    private final AtomicReference<Address> address = new AtomicReference<>();
    private Actor client;

    private void startServer() {
        stage.start(
                "server",
                () -> new ChatServer(ChatServerConfig.of(NAME, SERVER_IP), bound -> address.set(bound.getFirst())));
        client = stage.actor("client");
    }

    private Probe connect() {
        Probe probe = new Probe();
        client.connect(CLIENT_IP, address.get(), OPTIONS, 0, probe);
        stage.await("an open connection", probe::isOpen);
        return probe;
    }

    private void type(Probe who, String... lines) {
        byte[] bytes = (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
        client.tell(_ -> {
            Connection connection = who.connection();
            connection.send(ByteBuffer.wrap(bytes));
        });
    }

    private Probe register(String nick) {
        Probe probe = connect();
        type(probe, "NICK " + nick, "USER " + nick + " 0 * :" + nick);
        awaitText(probe, " 422 " + nick + " ");
        return probe;
    }

    private void awaitText(Probe who, String text) {
        stage.await(text, () -> who.text().contains(text));
    }

    /** What somebody was told after the greeting. */
    private static List<String> heard(Probe who) {
        List<String> lines = new ArrayList<>(List.of(who.text().split("\r\n", -1)));
        while (!lines.removeFirst().contains(" 422 ")) {}
        lines.removeLast();
        return lines;
    }

    @Test
    void shouldTellEachTheSameInEveryWorld() {
        startServer();
        Probe ann = register("ann");
        Probe bob = register("bob");

        type(ann, "JOIN #x", "TOPIC #x :news", "PING 1");
        awaitText(ann, "PONG " + NAME + " :1");
        type(bob, "JOIN #x", "PRIVMSG #x :hello", "MODE #x +t", "PART #x", "PRIVMSG ann :bye", "QUIT");
        stage.await("bob's end", bob::isEnded);
        awaitText(ann, ":bye");
        type(ann, "PING 2");
        awaitText(ann, "PONG " + NAME + " :2");

        assertThat(heard(ann))
                .containsExactly(
                        ":ann!~ann@" + HOST + " JOIN #x",
                        ":" + NAME + " 353 ann = #x :@ann",
                        ":" + NAME + " 366 ann #x :End of NAMES list",
                        ":ann!~ann@" + HOST + " TOPIC #x :news",
                        ":" + NAME + " PONG " + NAME + " :1",
                        ":bob!~bob@" + HOST + " JOIN #x",
                        ":bob!~bob@" + HOST + " PRIVMSG #x :hello",
                        ":bob!~bob@" + HOST + " PART #x",
                        ":bob!~bob@" + HOST + " PRIVMSG ann :bye",
                        ":" + NAME + " PONG " + NAME + " :2");
        assertThat(heard(bob))
                .filteredOn(line -> !line.contains(" 333 "))
                .containsExactly(
                        ":bob!~bob@" + HOST + " JOIN #x",
                        ":" + NAME + " 332 bob #x :news",
                        ":" + NAME + " 353 bob = #x :@ann bob",
                        ":" + NAME + " 366 bob #x :End of NAMES list",
                        ":" + NAME + " 482 bob #x :You're not channel operator",
                        ":bob!~bob@" + HOST + " PART #x",
                        "ERROR :Closing Link: " + HOST + " (Client Quit)");
    }

    @Test
    void shouldTellEverybodyOfEveryJoinAndMessage() {
        startServer();
        List<Probe> people = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            people.add(connect());
        }
        for (int i = 0; i < MANY; i++) {
            type(people.get(i), "NICK p" + i, "USER p 0 * :p", "JOIN #room");
        }
        for (Probe each : people) {
            awaitText(each, " 366 ");
        }
        type(people.getFirst(), Message.Kind.PRIVMSG + " #room :to all", "PING end");
        awaitText(people.getFirst(), "PONG " + NAME + " :end");

        for (int i = 1; i < MANY; i++) {
            awaitText(people.get(i), ":p0!~p@" + HOST + " PRIVMSG #room :to all");
        }
        for (int i = 0; i < MANY; i++) {
            String text = people.get(i).text();
            String names = text.lines()
                    .filter(line -> line.contains(" 353 "))
                    .map(line -> line.substring(line.lastIndexOf(':') + 1).replace("@", ""))
                    .reduce("", (a, b) -> a + " " + b);
            for (int other = 0; other < MANY; other++) {
                boolean wasThere = (names + " ").contains(" p" + other + " ");
                boolean came = text.contains(":p" + other + "!~p@" + HOST + " JOIN #room");
                assertThat(wasThere && other != i ? !came : came)
                        .as("p%d knows p%d", i, other)
                        .isTrue();
            }
        }
    }

    @Test
    void shouldTellTheOthersWhenAConnectionBreaks() {
        startServer();
        Probe ann = register("ann");
        Probe bob = register("bob");
        type(ann, "JOIN #x");
        awaitText(ann, " 366 ");
        type(bob, "JOIN #x");
        awaitText(ann, ":bob!~bob@" + HOST + " JOIN #x");

        client.tell(_ -> bob.connection().abort());

        awaitText(ann, ":bob!~bob@" + HOST + " QUIT :Connection reset by peer");
    }
}
