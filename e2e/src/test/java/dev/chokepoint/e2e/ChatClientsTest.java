package dev.chokepoint.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real IRC clients, our own among them, talk to each other through {@code serve chat}, in the clear and over TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class ChatClientsTest {
    private ChatService service;

    @TempDir
    private Path folder;

    @BeforeAll
    void serve() throws Exception {
        service = ChatService.start();
    }

    @AfterAll
    void stop() throws Exception {
        if (service != null) {
            service.close();
        }
    }

    private Pane ours(String nick, String... options) throws IOException {
        String[] command = new String[4 + options.length];
        command[0] = ChatService.LAUNCHER;
        command[1] = "chat";
        command[2] = nick + "@127.0.0.1:" + (options.length > 0 ? service.securePort() : service.plainPort());
        command[3] = "#room-" + nick;
        System.arraycopy(options, 0, command, 4, options.length);
        return Pane.run(nick, command);
    }

    private Pane irssi(String nick) throws IOException {
        Pane.require("irssi");
        return Pane.run(nick, "irssi", "--home=" + folder.resolve(nick), "-n", nick);
    }

    private Pane weechat(String nick, String server) throws IOException {
        Pane.require("weechat");
        return Pane.run(
                nick,
                "weechat",
                "-d",
                folder.resolve(nick).toString(),
                "-r",
                "/server add here " + server + " -nicks=" + nick,
                "-r",
                "/connect here");
    }

    @Test
    void shouldLetIrssiTalkToOurClient() throws Exception {
        try (Pane alice = ours("alice");
                Pane irene = irssi("irene")) {
            alice.await("you are in #room-alice");
            irene.type("/connect 127.0.0.1 " + service.plainPort());
            irene.await("Welcome");
            irene.type("/join #room-alice");
            alice.await("irene joins #room-alice");

            irene.type("hello from irssi");
            alice.await("<irene> hello from irssi");
            alice.type("hello from Chokepoint");
            irene.await("hello from Chokepoint");
            alice.type("/me waves");
            irene.await("alice waves");
            irene.type("/msg alice only for you");
            alice.await("[irene] <irene> only for you");
            irene.type("/quit");
            alice.await("irene is gone");
        }
    }

    @Test
    void shouldLetWeechatTalkToOurClientOverTls() throws Exception {
        String fingerprint = service.fingerprint();
        try (Pane bob = ours("bob", "--fingerprint", fingerprint);
                Pane wendy = weechat(
                        "wendy", "127.0.0.1/" + service.securePort() + " -ssl -ssl_fingerprint=" + fingerprint)) {
            bob.await("you are in #room-bob");
            wendy.await("Welcome");
            wendy.type("/join #room-bob");
            bob.await("wendy joins #room-bob");

            wendy.type("hello from weechat, ünïcödé and all");
            bob.await("<wendy> hello from weechat, ünïcödé and all");
            bob.type("hello over TLS");
            wendy.await("hello over TLS");
            bob.press("C-d");
            wendy.await("has quit");
        }
    }

    @Test
    void shouldLetIrssiOverTlsTalkToTenLinesOfPython() throws Exception {
        try (Pane ida = irssi("ida")) {
            ida.type("/connect -tls -notls_verify 127.0.0.1 " + service.securePort());
            ida.await("Welcome");
            ida.type("/join #python");
            ida.await("Irssi: #python: Total of 1");

            String seen = python("snake", "#python", "hello from ten lines");

            ida.await("hello from ten lines");
            assertThat(seen).contains(" 001 snake ").contains("JOIN #python");
        }
    }

    private String python(String... arguments) throws IOException, InterruptedException {
        Pane.require("python3");
        String[] command = {
            "python3",
            ChatService.ROOT.resolve("docs/guide/chat_client.py").toString(),
            "127.0.0.1",
            String.valueOf(service.plainPort()),
            arguments[0],
            arguments[1],
            arguments[2]
        };
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    @Test
    void shouldKeepWhatIsTypedWhileOthersTalk() throws Exception {
        try (Pane carol = ours("carol")) {
            carol.await("you are in #room-carol");
            carol.typeOn("half a sen");
            carol.await("carol #room-carol> half a sen");

            python("parrot", "#room-carol", "interrupting");

            carol.await("<parrot> interrupting");
            carol.await("parrot is gone");
            carol.type("tence");
            carol.await("<carol> half a sentence");
            carol.typeOn("/na");
            carol.press("Tab");
            carol.await("> /names");
            carol.press("Enter");
            carol.await("1 in #room-carol");
        }
    }

    @Test
    void shouldTakePartInAScript() throws Exception {
        try (Pane dora = ours("dora")) {
            dora.await("you are in #room-dora");
            Path said = Files.writeString(folder.resolve("said.txt"), "the build is green\n/me goes\n");

            Process robot = new ProcessBuilder(
                            ChatService.LAUNCHER, "chat", "robot@127.0.0.1:" + service.plainPort(), "#room-dora")
                    .redirectInput(said.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(robot.getInputStream().readAllBytes(), UTF_8);

            assertThat(robot.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(robot.exitValue()).as(output).isZero();
            assertThat(output).contains("#room-dora <robot> the build is green").doesNotContain("\u001b");
            dora.await("<robot> the build is green");
            dora.await("* robot goes");
            dora.await("robot is gone");
        }
    }
}
