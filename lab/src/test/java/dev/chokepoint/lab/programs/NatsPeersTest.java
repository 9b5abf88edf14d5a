package dev.chokepoint.lab.programs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.programs.nats.NatsClientConfig;
import dev.chokepoint.programs.nats.NatsServer;
import dev.chokepoint.programs.nats.NatsServerConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against NATS's own server, the broker against a client that shares no line with it. */
class NatsPeersTest {
    private static final int MESSAGES = 20_000;
    private static final String PYTHON = """
            import json, socket, sys

            class Nats:
                def __init__(self, host, port, **options):
                    self.file = socket.create_connection((host, int(port)), timeout=30).makefile("rwb")
                    info = json.loads(self.line().removeprefix("INFO "))
                    assert info["headers"] and info["max_payload"] == 1 << 20, info
                    self.say("CONNECT " + json.dumps({"verbose": False, "headers": True, **options}))

                def line(self):
                    return self.file.readline().decode().removesuffix("\\r\\n")

                def say(self, line, payload=None):
                    self.file.write(line.encode() + b"\\r\\n")
                    if payload is not None:
                        self.file.write(payload + b"\\r\\n")
                    self.file.flush()

                def settle(self):
                    self.say("PING")
                    assert self.line() == "PONG"

                def message(self):
                    words = self.line().split()
                    payload = self.file.read(int(words[-1]))
                    assert self.file.read(2) == b"\\r\\n"
                    return words, payload

            here, there = Nats(*sys.argv[1:]), Nats(*sys.argv[1:], echo=False)
            here.say("SUB news.> 7")
            here.say("SUB work crew w")
            there.say("SUB work crew w")
            here.settle(), there.settle()
            for size in 0, 1, 5000, 1 << 20:
                there.say(f"PUB news.x inbox {size}", b"z" * size)
                assert here.message() == (["MSG", "news.x", "7", "inbox", str(size)], b"z" * size)
            there.say("HPUB news.y 20 22", b"NATS/1.0\\r\\nA: bcd\\r\\n\\r\\nhi")
            print(*here.message()[0])
            for n in range(50):
                there.say("PUB work 1", b"w")
            for n in range(50):
                here.message()
            print("all work came to the one who wants its own and others'")
            there.say("NONSENSE")
            print(there.line())
            """;

    @Test
    void shouldTalkThroughNatssOwnServer(@TempDir Path folder) throws IOException {
        Peer.requireInstalled("nats-server");
        Process nats = new ProcessBuilder(
                        "nats-server", "-a", "127.0.0.1", "-p", "-1", "--ports_file_dir", folder.toString())
                .redirectErrorStream(true)
                .start();
        try (Stage stage = new Stage(Kind.SOCKETS)) {
            NatsClientConfig config = new NatsClientConfig(listening(nats), "chokepoint test", false);
            NatsUser receiver = new NatsUser(config, user -> user.listenTo("chat.*.room"));
            NatsUser sender = new NatsUser(config, self -> {
                receiver.start(self.host());
                self.host()
                        .after(
                                Stage.SECOND,
                                () -> IntStream.range(0, MESSAGES)
                                        .forEach(i -> self.say("chat." + i % 7 + ".room", "number " + i)));
            });
            stage.ask(_ -> sender);
            stage.runUntil(() -> receiver.events().size() > MESSAGES);

            assertThat(receiver.events().getFirst()).isEqualTo("connected");
            assertThat(receiver.events().subList(1, MESSAGES + 1))
                    .isEqualTo(IntStream.range(0, MESSAGES)
                            .mapToObj(i -> "chat." + i % 7 + ".room: number " + i)
                            .toList());
            assertThat(sender.events()).containsExactly("connected");
        } finally {
            nats.destroyForcibly();
        }
    }

    /** What it says once it listens names the port. */
    private static Address listening(Process nats) throws IOException {
        BufferedReader log = nats.inputReader(UTF_8);
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains("Listening for client connections on ")) {
                return Address.parse(line.replaceAll(".* on ", ""));
            }
        }
        throw new AssertionError("nats-server ended");
    }

    @Test
    void shouldServeAClientInPython(@TempDir Path folder) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("client.py"), PYTHON);
        try (Stage stage = new Stage(Kind.SOCKETS)) {
            stage.serve((at, told) -> new NatsServer(new NatsServerConfig(at, false), told));
            Address.Inet at = (Address.Inet) stage.server();

            assertThat(Peer.run("python3", script.toString(), at.ip().getHostAddress(), String.valueOf(at.port())))
                    .isEqualTo("""
                            HMSG news.y 7 20 22
                            all work came to the one who wants its own and others'
                            -ERR 'Unknown Protocol Operation'
                            """);
        }
    }
}
