package dev.chokepoint.lab.programs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.live.IoModel;
import dev.chokepoint.programs.ask.AskClient;
import dev.chokepoint.programs.ask.AskClientConfig;
import dev.chokepoint.programs.ask.AskServer;
import dev.chokepoint.programs.ask.AskServerConfig;
import dev.chokepoint.programs.load.ServiceTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The ask programs in every I/O model, against clients and servers that others wrote. */
@ParameterizedClass
@EnumSource(IoModel.class)
class PeersTest {
    private static final int BYTES = 5000;

    private final Stage stage;
    private String url;

    PeersTest(IoModel io) {
        stage = new Stage(io);
    }

    @BeforeEach
    void serve() {
        ServiceTime work = new ServiceTime.Constant(0);
        stage.serve((at, told) -> new AskServer(new AskServerConfig(at, StreamOptions.DEFAULT, BYTES, work), told));
        url = "http://" + stage.server() + "/";
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void shouldServeCurl() throws IOException, InterruptedException {
        String format = "%{http_code} %{size_header} %{size_download} %{num_connects}\n";
        String body = "x".repeat(100_000);

        String twice = Peer.run("curl", "-sS", "-o", "/dev/null", "-o", "/dev/null", "-w", format, url, url + "again");
        String head = Peer.run("curl", "-sS", "-I", "-H", "Request-Id: 42", url);
        String post = Peer.run("curl", "-sS", "-v", "-d", body, "-H", "Expect: 100-continue", url);
        String chunked = Peer.run("curl", "-sS", "-d", body, "-H", "Transfer-Encoding: chunked", url);
        String old = Peer.run("curl", "-sS", "-v", "--http1.0", url);
        String put = Peer.run("curl", "-sS", "-X", "PUT", url);

        assertThat(twice.lines().map(PeersTest::totalBytes)).containsExactly(BYTES, BYTES);
        assertThat(twice.lines().map(line -> line.charAt(line.length() - 1))).containsExactly('1', '0');
        assertThat(head).startsWith("HTTP/1.1 200 OK").contains("Request-Id: 42");
        assertThat(post).contains("HTTP/1.1 100 Continue", "HTTP/1.1 200 OK", "Chokepoint ask");
        assertThat(chunked).startsWith("Chokepoint ask: this response has 5000 bytes");
        assertThat(old).contains("HTTP/1.1 200 OK", "Connection: close");
        assertThat(put).isEqualTo("501 Not Implemented: a method other than GET, HEAD and POST.\n");
    }

    private static int totalBytes(String line) {
        String[] words = line.split(" ", -1);
        assertThat(words[0]).isEqualTo("200");
        return Integer.parseInt(words[1]) + Integer.parseInt(words[2]);
    }

    @Test
    void shouldServeWrk() throws IOException, InterruptedException {
        String report = Peer.run("wrk", "-t1", "-c20", "-d1s", "--latency", url);

        assertThat(report).contains("requests in").doesNotContain("Socket errors", "Non-2xx");
    }

    @Test
    void shouldServePythonsHttpClient() throws IOException, InterruptedException {
        Address.Inet at = (Address.Inet) stage.server();
        String script = """
                import http.client, sys
                c = http.client.HTTPConnection(sys.argv[1], int(sys.argv[2]))
                for n in range(3):
                    c.request("POST", "/", body=b"x" * n, headers={"Request-Id": str(n)})
                    r = c.getresponse()
                    body = r.read()
                    print(r.status, r.getheader("Request-Id"), len(body) == int(r.getheader("Content-Length")))
                """;

        assertThat(Peer.run("python3", "-c", script, at.ip().getHostAddress(), String.valueOf(at.port())))
                .isEqualTo("200 0 True\n200 1 True\n200 2 True\n");
    }

    @Test
    void shouldAskPythonsHttpServer(@TempDir Path folder) throws IOException {
        Peer.requireInstalled("python3");
        Files.writeString(folder.resolve("index.html"), "hello");
        Process python = new ProcessBuilder("python3", "-u", "-m", "http.server", "0", "--bind", "127.0.0.1")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = new BufferedReader(python.inputReader(UTF_8))) {
            int port = Integer.parseInt(output.readLine().replaceAll(".* port (\\d+) .*", "$1"));
            Outcomes outcomes = new Outcomes();
            stage.ask(_ -> new AskClient(AskClientConfig.of(Address.inet("127.0.0.1", port), 3), outcomes));
            stage.runUntil(outcomes::isFinished);

            assertThat(outcomes.lines()).hasSize(3).allMatch(line -> line.matches("\\d: 200, \\d+ B"));
        } finally {
            python.destroyForcibly();
        }
    }
}
