package dev.chokepoint.lab.programs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Tls;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.live.Identities;
import dev.chokepoint.live.IoModel;
import dev.chokepoint.live.LiveWorld;
import dev.chokepoint.live.Transport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Our TLS against OpenSSL's, both ways round, with certificates that OpenSSL has made. */
@Timeout(120)
class TlsPeersTest {
    private static final Address LOOPBACK = Address.inet("127.0.0.1", 0);

    @TempDir
    Path folder;

    private Path certificate;
    private Path key;

    @BeforeEach
    void makeACertificate() throws Exception {
        certificate = folder.resolve("certificate.pem");
        key = folder.resolve("key.pem");
        openssl(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost,IP:127.0.0.1",
                "-out",
                certificate.toString(),
                "-keyout",
                key.toString());
    }

    private static String openssl(String... arguments) throws IOException, InterruptedException {
        return Peer.run("openssl", arguments);
    }

    /** Answers every piece with itself in capitals, and half-close with half-close. */
    private static Session shouting(Tls.Server identity) {
        return new Session() {
            @Override
            public void onOpen(Connection connection) {
                connection.startTls(identity);
            }

            @Override
            public void onBytes(Connection connection, ByteBuffer bytes) {
                connection.send(UTF_8.encode(UTF_8.decode(bytes).toString().toUpperCase(Locale.ROOT)));
            }
        };
    }

    @Test
    void shouldServeOpenSsl() throws Exception {
        Tls.Server identity = Identities.read(certificate, key);
        CompletableFuture<Address> at = new CompletableFuture<>();
        try (LiveWorld world = new LiveWorld(1, Transport.best(), IoModel.VIRTUAL, Observer.NONE)) {
            world.add(new HostSpec("server", List.of(LOOPBACK), 1, 1));
            world.start(
                    "server",
                    () -> host -> at.complete(host.listen(LOOPBACK, StreamOptions.DEFAULT, _ -> shouting(identity))
                            .local()));

            Process client = new ProcessBuilder(
                            "openssl",
                            "s_client",
                            "-connect",
                            at.join().toString(),
                            "-CAfile",
                            certificate.toString(),
                            "-verify_return_error",
                            "-verify_hostname",
                            "localhost",
                            "-tls1_3",
                            "-quiet")
                    .redirectErrorStream(true)
                    .start();
            try (Writer to = client.outputWriter(UTF_8);
                    BufferedReader from = client.inputReader(UTF_8)) {
                to.write("hello from openssl\n");
                to.flush();
                assertThat(from.lines().filter(line -> line.startsWith("HELLO")).findFirst())
                        .contains("HELLO FROM OPENSSL");
            } finally {
                client.destroyForcibly();
            }
        }
    }

    @Test
    void shouldTellOpenSslWhatItKnows() throws Exception {
        Tls.Server identity = Identities.selfSigned(List.of("chat.test", "127.0.0.1"));
        CompletableFuture<Address> at = new CompletableFuture<>();
        try (LiveWorld world = new LiveWorld(1, Transport.best(), Observer.NONE)) {
            world.add(new HostSpec("server", List.of(LOOPBACK), 1, 1));
            world.start(
                    "server",
                    () -> host -> at.complete(host.listen(LOOPBACK, StreamOptions.DEFAULT, _ -> shouting(identity))
                            .local()));

            String told = openssl("s_client", "-connect", at.join().toString(), "-showcerts");
            Path shown = Files.writeString(folder.resolve("shown.pem"), told);

            assertThat(told).contains("TLSv1.3", "subject=CN = chat.test", "TLS_AES_256_GCM_SHA384");
            assertThat(openssl("x509", "-in", shown.toString(), "-noout", "-fingerprint", "-sha256")
                            .replace(":", "")
                            .toLowerCase(Locale.ROOT))
                    .contains(identity.fingerprint());
            assertThat(openssl("x509", "-in", shown.toString(), "-noout", "-ext", "subjectAltName"))
                    .contains("DNS:chat.test", "IP Address:127.0.0.1");
            assertThat(openssl("s_client", "-connect", at.join().toString(), "-tls1_2"))
                    .contains("alert protocol version");
        }
    }

    @Test
    void shouldTalkToAnOpenSslServer() throws Exception {
        Peer.requireInstalled("openssl");
        Process server = new ProcessBuilder(
                        "openssl",
                        "s_server",
                        "-accept",
                        "127.0.0.1:0",
                        "-cert",
                        certificate.toString(),
                        "-key",
                        key.toString(),
                        "-rev",
                        "-naccept",
                        "1")
                .redirectErrorStream(true)
                .start();
        CompletableFuture<String> answer = new CompletableFuture<>();
        try (BufferedReader output = server.inputReader(UTF_8);
                LiveWorld world = new LiveWorld(1, Transport.best(), IoModel.SELECTOR, Observer.NONE)) {
            String line = output.lines()
                    .filter(text -> text.startsWith("ACCEPT"))
                    .findFirst()
                    .orElseThrow();
            Address at = Address.parse(line.substring("ACCEPT ".length()).strip());
            Tls.Client trust =
                    new Tls.Client("localhost", new Tls.Trust.Certificates(Identities.certificates(certificate)));
            world.add(new HostSpec("client", List.of(LOOPBACK), 1, 1));
            world.start("client", () -> host -> ask(host, at, trust, answer));

            assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo("olleh\n");
        } finally {
            server.destroyForcibly();
        }
    }

    private static void ask(Host host, Address at, Tls.Client trust, CompletableFuture<String> answer) {
        StringBuilder text = new StringBuilder();
        Connection connection = host.connect(LOOPBACK, at, StreamOptions.DEFAULT, 0, new Session() {
            @Override
            public void onBytes(Connection from, ByteBuffer bytes) {
                text.append(UTF_8.decode(bytes));
                if (text.indexOf("\n") >= 0) {
                    answer.complete(text.toString());
                }
            }
        });
        connection.startTls(trust);
        connection.send(UTF_8.encode("hello\n"));
    }

    @Test
    void shouldSayWhatIsWrongWithAFile() throws Exception {
        Path nothing = Files.writeString(folder.resolve("nothing.pem"), "nothing\n");
        Path oldForm = folder.resolve("old.pem");
        openssl("rsa", "-in", key.toString(), "-traditional", "-out", oldForm.toString());
        Path curve = folder.resolve("curve.pem");
        openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", curve.toString());

        assertThatThrownBy(() -> Identities.read(nothing, key)).hasMessageContaining("holds no certificate");
        assertThatThrownBy(() -> Identities.read(certificate, oldForm)).hasMessageContaining("openssl pkcs8 -topk8");
        assertThatThrownBy(() -> Identities.read(certificate, curve)).hasMessageContaining("holds no RSA key");
        assertThat(Identities.read(certificate, key).chain()).hasSize(1);
    }
}
