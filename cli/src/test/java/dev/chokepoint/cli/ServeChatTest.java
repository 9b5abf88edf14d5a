package dev.chokepoint.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve chat} as its operator types it, talked to over real sockets. */
class ServeChatTest {
    private static final Pattern ADDRESS = Pattern.compile("listens on 127\\.0\\.0\\.1:([0-9]+)");

    @TempDir
    private Path folder;

    private static int port(Run.Started server) throws IOException, InterruptedException {
        server.awaitOutput("Stop it with Ctrl-C");
        Matcher address = ADDRESS.matcher(server.outSoFar());
        assertThat(address.find()).as(server.outSoFar()).isTrue();
        return Integer.parseInt(address.group(1));
    }

    /** Somebody with a plain socket. */
    private record Talker(Socket socket, BufferedReader in, OutputStream out) implements AutoCloseable {
        static Talker at(int port) throws IOException {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(60_000);
            return new Talker(
                    socket,
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)),
                    socket.getOutputStream());
        }

        Talker say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(UTF_8));
            out.flush();
            return this;
        }

        /** The next line with a text in it; null when the connection ends before. */
        String hear(String text) throws IOException {
            String line = in.readLine();
            while (line != null && !line.contains(text)) {
                line = in.readLine();
            }
            return line;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void shouldServeAsTheConfigurationSays() throws Exception {
        Run hashed = piped("secret\n", "serve", "chat", "--hash-password");
        assertThat(hashed.status()).as(hashed.err()).isZero();
        assertThat(hashed.out()).startsWith("$pbkdf2-sha256$i=600000$");
        Path config = Files.writeString(
                folder.resolve("chat-server.yaml"), """
                name: irc.example.net
                network: Example
                motd: Welcome.
                opers: [{name: alice, password: %s}]
                """.formatted(hashed.out().strip()));
        try (Run.Started server = Run.start(
                folder,
                "serve",
                "chat",
                "--listen",
                "127.0.0.1:0",
                "--config",
                "chat-server.yaml",
                "--nick-length",
                "5")) {
            try (Talker ann = Talker.at(port(server)).say("NICK ann").say("USER ann 0 * :Ann")) {
                assertThat(ann.hear(" 001 "))
                        .isEqualTo(":irc.example.net 001 ann :Welcome to the Example Network, " + "ann!~ann@127.0.0.1");
                assertThat(ann.hear("NICKLEN")).contains(" NICKLEN=5 ");
                assertThat(ann.hear(" 372 ")).isEqualTo(":irc.example.net 372 ann :- Welcome.");
                assertThat(ann.say("OPER alice secret").hear(" 381 ")).isNotNull();

                Files.writeString(config, "name: irc.example.net\nmotdd: x\n");
                assertThat(ann.say("REHASH").hear("stays")).contains("chat-server.yaml:2:1: unknown key \"motdd\"");
                Files.writeString(config, "name: irc.example.net\nmotd: News.\n");
                assertThat(ann.say("REHASH").hear("again")).contains("ann has made the server read its configuration");
                assertThat(ann.say("MOTD").hear(" 372 ")).endsWith(":- News.");
            }
            server.interrupt();
            assertThat(server.end().out()).contains("chat connections: 1 opened");
        }
    }

    @Test
    void shouldTakePasswordsFromFiles() throws Exception {
        Files.writeString(folder.resolve("door"), "sesame\n");
        Files.writeString(folder.resolve("boss"), "secret\n");
        try (Run.Started server = Run.start(
                folder,
                "serve",
                "chat",
                "--listen",
                "127.0.0.1:0",
                "--name",
                "a.b",
                "--password",
                "door",
                "--oper",
                "alice:boss")) {
            int port = port(server);
            try (Talker eve = Talker.at(port).say("NICK eve").say("USER eve 0 * :Eve");
                    Talker ann =
                            Talker.at(port).say("PASS sesame").say("NICK ann").say("USER ann 0 * :A")) {
                assertThat(eve.hear("ERROR")).contains("(Bad Password)");
                assertThat(ann.hear(" 001 ")).startsWith(":a.b 001 ann ");
                assertThat(ann.say("OPER alice secret").hear(" 381 ")).isNotNull();
            }
        }
    }

    @Test
    void shouldLinkTwoServers() throws Exception {
        Files.writeString(folder.resolve("between"), "us\n");
        try (Run.Started hub = Run.start(
                folder,
                "serve",
                "chat",
                "--listen",
                "127.0.0.1:0",
                "--name",
                "hub.example",
                "--link-listen",
                "127.0.0.1:0",
                "--link-password",
                "between")) {
            int hubPort = port(hub);
            Matcher links =
                    Pattern.compile("for servers on (\\S+), as hub.example").matcher(hub.outSoFar());
            assertThat(links.find()).as(hub.outSoFar()).isTrue();
            try (Run.Started leaf = Run.start(
                            folder,
                            "serve",
                            "chat",
                            "--listen",
                            "127.0.0.1:0",
                            "--name",
                            "leaf.example",
                            "--link",
                            links.group(1),
                            "--link-password",
                            "between");
                    Talker ann = Talker.at(hubPort).say("NICK ann").say("USER ann 0 * :Ann")) {
                leaf.awaitOutput("linked: hub.example");
                hub.awaitOutput("linked: leaf.example");
                try (Talker bob = Talker.at(port(leaf)).say("NICK bob").say("USER bob 0 * :Bob")) {
                    assertThat(bob.hear(" 001 ")).isNotNull();
                    ann.say("JOIN #room");
                    assertThat(ann.hear(" 366 ")).isNotNull();
                    bob.say("JOIN #room");
                    assertThat(ann.hear("bob!~bob@127.0.0.1 JOIN")).isNotNull();
                    bob.say("PRIVMSG #room :from far away");
                    assertThat(ann.hear("PRIVMSG")).endsWith("#room :from far away");
                    leaf.interrupt();
                    assertThat(ann.hear("bob!~bob@127.0.0.1 QUIT")).endsWith(":hub.example leaf.example");
                }
            }
        }
    }

    @Test
    void shouldPointAtWhatIsWrong() throws Exception {
        Files.writeString(folder.resolve("chat-server.yaml"), "name: irc.example.net\nlimits: {pign: 30s}\n");
        Run typo = Run.of(folder, "serve", "chat", "--config", "chat-server.yaml");
        assertThat(typo.status()).isEqualTo(Exit.BAD_USAGE);
        assertThat(typo.err())
                .contains("chat-server.yaml:2:10: unknown key \"pign\" in limits", "^^^^", "did you mean ping?");

        Run missing = Run.of(folder, "serve", "chat", "--oper", "alice:nowhere");
        assertThat(missing.status()).isEqualTo(Exit.BAD_USAGE);
        assertThat(missing.err()).contains("--oper nowhere: no such file");

        Run id = Run.of(folder, "serve", "chat", "--server-id", "hub");
        assertThat(id.status()).isEqualTo(Exit.BAD_USAGE);
        assertThat(id.err()).contains("--server-id hub: must be a digit and two digits or capitals");
        Run both = Run.of(folder, "serve", "chat", "--link", "127.0.0.1:1", "--backplane", "127.0.0.1:2");
        assertThat(both.status()).isEqualTo(Exit.BAD_USAGE);

        Run form = Run.of(folder, "serve", "chat", "--oper", "alice");
        assertThat(form.err()).contains("--oper alice: write a name and a file");

        Run name = Run.of(folder, "serve", "chat", "--name", "irc");
        assertThat(name.status()).isEqualTo(Exit.BAD_USAGE);
        assertThat(name.err()).contains("server name \"irc\"", "with a dot");
    }

    @Test
    void shouldExplainItself() throws Exception {
        Run help = Run.of(folder, "serve", "chat", "--help");

        assertThat(help.status()).isZero();
        assertThat(help.out())
                .contains("--config", "--no-throttle", "--hash-password", "Example: chokepoint serve chat");
    }

    /** A command that reads something. */
    private Run piped(String typed, String... arguments) throws Exception {
        Path input = Files.writeString(folder.resolve("typed"), typed);
        return Run.reading(folder, input, arguments);
    }
}
