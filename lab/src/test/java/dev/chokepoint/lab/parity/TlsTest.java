package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chokepoint.host.Acceptor;
import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Tls;
import java.nio.ByteBuffer;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TlsTest extends TlsSuite {
    @Test
    void shouldTalkBothWays() {
        Secure atClient = new Secure(PINNED);
        Secure atServer = new Secure(IDENTITY);
        meet(atClient, atServer);
        awaitSecured(atClient, atServer);

        send(client, atClient, "hello");
        stage.await("the request", () -> atServer.text().equals("hello"));
        send(server, atServer, "welcome");

        stage.await("the answer", () -> atClient.text().equals("welcome"));
        assertThat(atClient.secured()).isEqualTo(1);
        assertThat(atServer.secured()).isEqualTo(1);
    }

    @Test
    void shouldTrustByCertificateAndName() {
        Tls.Trust given = new Tls.Trust.Certificates(
                List.of(STRANGER.chain().getFirst(), IDENTITY.chain().getFirst()));
        Secure atClient = new Secure(new Tls.Client("server.test", given));
        Secure atServer = new Secure(IDENTITY);

        meet(atClient, atServer);

        awaitSecured(atClient, atServer);
    }

    @Test
    void shouldTrustByCertificateAndAddress() {
        Tls.Trust given = new Tls.Trust.Certificates(IDENTITY.chain());
        Secure atClient = new Secure(new Tls.Client("127.66.0.1", given));
        Secure atServer = new Secure(IDENTITY);

        meet(atClient, atServer);

        awaitSecured(atClient, atServer);
    }

    /** As in STARTTLS: a word in the clear each way, then TLS on the same stream. */
    @Test
    void shouldBeginAfterPlainText() {
        Probe atServer = new Probe() {
            @Override
            public synchronized void onBytes(Connection from, ByteBuffer piece) {
                super.onBytes(from, piece);
                if (text().equals("STARTTLS\r\n")) {
                    from.send(Bytes.of("220 ready\r\n"));
                    from.startTls(IDENTITY);
                }
            }
        };
        Probe atClient = new Probe() {
            @Override
            public synchronized void onOpen(Connection opened) {
                super.onOpen(opened);
                opened.send(Bytes.of("STARTTLS\r\n"));
            }

            @Override
            public synchronized void onBytes(Connection from, ByteBuffer piece) {
                super.onBytes(from, piece);
                if (text().equals("220 ready\r\n")) {
                    from.startTls(PINNED);
                    from.send(Bytes.of("secret"));
                }
            }
        };

        meet(atClient, atServer);

        stage.await("the secret", () -> atServer.text().endsWith("secret"));
        send(server, atServer, "understood");
        stage.await("the answer", () -> atClient.text().endsWith("understood"));
        assertThat(atServer.text()).isEqualTo("STARTTLS\r\nsecret");
        assertThat(atClient.text()).isEqualTo("220 ready\r\nunderstood");
    }

    /** Bytes that a session leaves unread when it begins TLS are TLS's first. */
    @Test
    void shouldTakeOverWhatIsLeftUnread() {
        Probe atServer = new Probe() {
            @Override
            public synchronized void onBytes(Connection from, ByteBuffer piece) {
                if (count() == 0) {
                    super.onBytes(from, piece.slice(piece.position(), 1));
                    piece.get();
                    from.startTls(IDENTITY);
                } else {
                    super.onBytes(from, piece);
                }
            }
        };
        server = stage.actor("server");
        client = stage.actor("client");
        Address at = server.listen(SERVER_IP, OPTIONS, _ -> atServer);

        client.tell(host -> {
            Connection connection = host.connect(CLIENT_IP, at, OPTIONS, 0, new Probe());
            connection.send(Bytes.of("!"));
            connection.startTls(PINNED);
            connection.send(Bytes.of("sent before it was open"));
        });

        stage.await("the message", () -> atServer.text().equals("!sent before it was open"));
    }

    @Test
    void shouldCarryMuchBothWaysAtOnce() {
        byte[] up = Bytes.pattern(1_500_000);
        byte[] down = Bytes.pattern(1_200_000);
        Secure atClient = Secure.sending(PINNED, new Bytes.Pump(up, 50_000));
        Secure atServer = Secure.sending(IDENTITY, new Bytes.Pump(down, 3000));

        meet(atClient, atServer);

        stage.await("everything", () -> atServer.count() >= up.length && atClient.count() >= down.length);
        assertThat(atServer.bytes()).isEqualTo(up);
        assertThat(atClient.bytes()).isEqualTo(down);
    }

    @Test
    void shouldBeHeldBackByAPausedPeer() {
        byte[] all = Bytes.pattern(12_000_000);
        Bytes.Pump pump = new Bytes.Pump(all, 16_000);
        Secure atClient = Secure.sending(PINNED, pump);
        Secure atServer = new Secure(IDENTITY) {
            @Override
            public synchronized void onBytes(Connection from, ByteBuffer piece) {
                boolean first = count() == 0;
                super.onBytes(from, piece);
                if (first) {
                    from.pause();
                }
            }
        };
        StreamOptions options = OPTIONS.withSendMarks(64 << 10, 256 << 10).withWindow(64 << 10);
        meet(options, atClient, atServer);
        stage.await("the first record", () -> atServer.count() > 0);
        int first = atServer.count();
        stage.settle();
        stage.settle();
        assertThat(atServer.count()).as("while paused").isEqualTo(first);
        assertThat(pump.remaining()).as("waits in the sender").isPositive();

        server.tell(_ -> atServer.connection().resume());

        stage.await("everything", () -> atServer.count() >= all.length);
        assertThat(atServer.bytes()).isEqualTo(all);
        assertThat(atClient.closes()).isEmpty();
    }

    @Test
    void shouldGiveRecordsOneByOneToASessionThatPausesAfterEach() {
        Secure atClient = new Secure(PINNED);
        Secure atServer = new Secure(IDENTITY) {
            @Override
            public synchronized void onBytes(Connection from, ByteBuffer piece) {
                super.onBytes(from, piece);
                from.pause();
            }
        };
        meet(atClient, atServer);
        awaitSecured(atClient, atServer);
        client.tell(_ -> {
            for (String word : List.of("one", "two", "three")) {
                atClient.connection().send(Bytes.of(word));
            }
            atClient.connection().finish();
        });

        for (String soFar : List.of("one", "onetwo", "onetwothree")) {
            stage.await("the next record", () -> atServer.text().equals(soFar));
            stage.settle();
            assertThat(atServer.text()).isEqualTo(soFar);
            assertThat(atServer.isEnded()).isFalse();
            server.tell(_ -> atServer.connection().resume());
        }

        stage.await("the end", atServer::isEnded);
    }

    @Test
    void shouldCountWhatWaitsForTheHandshakeAsUnsent() {
        Secure atClient = new Secure(PINNED);
        Probe silent = new Probe();
        meet(atClient, silent);
        stage.await("the hello", () -> atClient.isOpen() && silent.count() > 0);

        client.tell(_ -> {
            Connection connection = atClient.connection();
            connection.send(Bytes.of("waits"));
            assertThat(connection.unsentBytes()).isGreaterThanOrEqualTo(5);
            assertThat(connection.send(ByteBuffer.allocate(OPTIONS.highMarkBytes())))
                    .isFalse();
            connection.send(ByteBuffer.allocate(OPTIONS.sendLimitBytes()));
        });

        awaitClosed(atClient);
        assertThat(atClient.closes().getFirst()).isInstanceOf(CloseReason.SendLimit.class);
    }

    /** What the simulator charges is what the JDK's TLS puts on the wire; a signature's length varies by a byte or two. */
    @Test
    void shouldCostAsManyBytesInBothWorlds() {
        Relay relay = new Relay();
        Secure atClient = new Secure(PINNED);
        Secure atServer = new Secure(IDENTITY);
        server = stage.actor("server");
        client = stage.actor("client");
        Address at = server.listen(SERVER_IP, OPTIONS, _ -> atServer);
        Address tap = client.ask(
                host -> host.listen(CLIENT_IP, OPTIONS, relay.to(host, at)).local());
        client.connect(CLIENT_IP, tap, OPTIONS, 0, atClient);
        awaitSecured(atClient, atServer);

        assertThat(relay.up()).as("the client's handshake").isEqualTo(349 + 6 + 74);
        int certificate = encoded(IDENTITY).length;
        assertThat(relay.down() - certificate).as("the server's handshake").isBetween(345L, 349L);

        long up = relay.up();
        send(client, atClient, "x".repeat(100));
        stage.await("a record", () -> atServer.count() == 100);
        assertThat(relay.up() - up).isEqualTo(138);

        client.tell(_ -> atClient.connection().finish());
        stage.await("the end", atServer::isEnded);
        assertThat(relay.up() - up).isEqualTo(138 + 40);
    }

    private static byte[] encoded(Tls.Server identity) {
        try {
            return identity.chain().getFirst().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Passes a connection's bytes on, and counts them. */
    private static final class Relay {
        private final AtomicLong up = new AtomicLong();
        private final AtomicLong down = new AtomicLong();

        long up() {
            return up.get();
        }

        long down() {
            return down.get();
        }

        Acceptor to(Host host, Address at) {
            return near -> {
                Connection far = host.connect(CLIENT_IP, at, OPTIONS, 0, passing(() -> near, down));
                return passing(() -> far, up);
            };
        }

        private static Session passing(Supplier<Connection> other, AtomicLong count) {
            return new Session() {
                @Override
                public void onBytes(Connection from, ByteBuffer bytes) {
                    count.addAndGet(bytes.remaining());
                    other.get().send(bytes);
                }

                @Override
                public void onEnd(Connection from) {
                    other.get().finish();
                }
            };
        }
    }

    @Test
    void shouldRefuseToBeginTwiceOrTooLate() {
        Secure atClient = new Secure(PINNED);
        Secure atServer = new Secure(IDENTITY);
        meet(atClient, atServer);
        awaitSecured(atClient, atServer);

        assertThatThrownBy(() -> client.tell(_ -> atClient.connection().startTls(PINNED)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("begun already");
        assertThatThrownBy(() -> client.tell(_ -> {
                    atClient.connection().finish();
                    atClient.connection().startTls(PINNED);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("finished");
    }
}
