package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.Tls;
import dev.chokepoint.host.world.Crash;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class TlsClosingTest extends TlsSuite {
    @Test
    void shouldGoOnReceivingAfterItHasFinished() {
        Secure atClient = new Secure(PINNED);
        Secure atServer = new Secure(IDENTITY);
        meet(atClient, atServer);
        awaitSecured(atClient, atServer);

        client.tell(_ -> {
            atClient.connection().send(Bytes.of("request"));
            atClient.connection().finish();
            atClient.connection().send(Bytes.of("ignored"));
        });
        stage.await("the client's end", atServer::isEnded);
        server.tell(_ -> {
            atServer.connection().send(ByteBuffer.wrap(Bytes.pattern(300_000)));
            atServer.connection().finish();
        });

        awaitClosed(atClient, atServer);
        assertThat(atServer.text()).isEqualTo("request");
        assertThat(atClient.bytes()).isEqualTo(Bytes.pattern(300_000));
        assertThat(atClient.closes()).containsExactly(LOCAL_CLOSED);
        assertThat(atServer.closes()).containsExactly(PEER_CLOSED);
    }

    @Test
    void shouldSendWhatIsPendingBeforeItCloses() {
        byte[] last = Bytes.pattern(600_000);
        Secure atClient = new Secure(PINNED);
        Secure atServer = new Secure(IDENTITY) {
            @Override
            public synchronized void onEnd(Connection from) {
                super.onEnd(from);
                from.close();
            }
        };
        meet(atClient, atServer);
        awaitSecured(atClient, atServer);

        client.tell(_ -> {
            atClient.connection().send(ByteBuffer.wrap(last));
            atClient.connection().close();
        });

        awaitClosed(atClient, atServer);
        assertThat(atServer.bytes()).isEqualTo(last);
        assertThat(atServer.isEnded()).isTrue();
        assertThat(atClient.closes()).containsExactly(LOCAL_CLOSED);
        assertThat(atServer.closes()).containsExactly(PEER_CLOSED);
    }

    @Test
    void shouldSendWhatWaitsForTheHandshakeBeforeItFinishes() {
        Secure atClient = new Secure(PINNED) {
            @Override
            public synchronized void onOpen(Connection opened) {
                super.onOpen(opened);
                opened.send(Bytes.of("all there is"));
                opened.finish();
            }
        };
        Secure atServer = new Secure(IDENTITY);

        meet(atClient, atServer);

        stage.await("the end", atServer::isEnded);
        assertThat(atServer.text()).isEqualTo("all there is");
    }

    @Test
    void shouldCloseInTheMidstOfTheHandshake() {
        Probe silent = new Probe();
        Secure atClient = new Secure(PINNED);
        meet(atClient, silent);
        stage.await("the hello", () -> silent.count() > 0);

        client.tell(_ -> {
            atClient.connection().send(Bytes.of("never sent"));
            atClient.connection().close();
        });

        stage.await("the end", () -> silent.isEnded() && atClient.isClosed());
        assertThat(atClient.closes()).containsExactly(LOCAL_CLOSED);
        assertThat(atClient.secured()).isZero();
    }

    @Test
    void shouldResetThePeerWhenItAborts() {
        Secure atClient = new Secure(PINNED);
        Secure atServer = new Secure(IDENTITY);
        meet(atClient, atServer);
        awaitSecured(atClient, atServer);

        client.tell(_ -> atClient.connection().abort());

        awaitClosed(atClient, atServer);
        assertThat(atServer.closes()).containsExactly(RESET);
    }

    /** Its kernel ends the stream, but nobody has said that this was all. */
    @Test
    void shouldTellACutOffStreamFromOneThatEnded() {
        Secure atClient = new Secure(PINNED);
        Secure atServer = new Secure(IDENTITY);
        meet(atClient, atServer);
        awaitSecured(atClient, atServer);
        send(server, atServer, "half of a mess");
        stage.await("what there is", () -> atClient.count() > 0);

        stage.world().crash("server", Crash.PROCESS);

        awaitClosed(atClient);
        assertThat(atClient.isEnded()).isFalse();
        assertThat(atClient.closes()).containsExactly(RESET);
    }

    @Test
    void shouldNotTrustAnotherCertificate() {
        Secure atClient = new Secure(PINNED);
        Secure atServer = new Secure(STRANGER);

        meet(atClient, atServer);

        shouldBeUntrusted(atClient, atServer, STRANGER);
    }

    @Test
    void shouldNotTrustACertificateForAnotherName() {
        Tls.Trust given = new Tls.Trust.Certificates(IDENTITY.chain());
        Secure atClient = new Secure(new Tls.Client("elsewhere.test", given));
        Secure atServer = new Secure(IDENTITY);

        meet(atClient, atServer);

        shouldBeUntrusted(atClient, atServer, IDENTITY);
    }

    @Test
    void shouldNotTrustWhatNobodyVouchesFor() {
        Secure atClient = new Secure(new Tls.Client("server.test", new Tls.Trust.SystemStore()));
        Secure atServer = new Secure(IDENTITY);

        meet(atClient, atServer);

        shouldBeUntrusted(atClient, atServer, IDENTITY);
    }

    private void shouldBeUntrusted(Secure atClient, Secure atServer, Tls.Server shown) {
        awaitClosed(atClient, atServer);
        assertThat(atClient.secured()).isZero();
        assertThat(atServer.secured()).isZero();
        assertThat(atClient.closes())
                .singleElement()
                .isInstanceOfSatisfying(
                        CloseReason.Untrusted.class,
                        reason -> assertThat(reason.fingerprint()).isEqualTo(shown.fingerprint()));
        assertThat(atServer.closes()).singleElement().isInstanceOf(CloseReason.TlsFailed.class);
    }

    @Test
    void shouldNotMistakePlainTextForTls() {
        Probe atClient = new Probe() {
            @Override
            public synchronized void onOpen(Connection opened) {
                super.onOpen(opened);
                opened.send(Bytes.of("NICK alice\r\nUSER alice 0 * :Alice\r\n"));
            }

            @Override
            public synchronized void onEnd(Connection from) {
                super.onEnd(from);
                from.close();
            }
        };
        Secure atServer = new Secure(IDENTITY);

        meet(atClient, atServer);

        awaitClosed(atClient, atServer);
        assertThat(atServer.closes()).singleElement().isInstanceOf(CloseReason.TlsFailed.class);
        assertThat(atServer.count()).isZero();
    }

    @Test
    void shouldNotMistakeAPlainServerForTls() {
        Session plain = new Probe() {
            @Override
            public synchronized void onOpen(Connection opened) {
                super.onOpen(opened);
                opened.send(Bytes.of(":server NOTICE * :welcome\r\n"));
            }
        };
        Secure atClient = new Secure(PINNED);

        meet(atClient, plain);

        awaitClosed(atClient);
        assertThat(atClient.closes()).singleElement().isInstanceOf(CloseReason.TlsFailed.class);
    }

    /** Plain text that was slipped in behind the request for TLS is not taken for what TLS carries. */
    @Test
    void shouldNotTakeInjectedTextForSecured() {
        Probe atServer = new Probe() {
            @Override
            public synchronized void onBytes(Connection from, ByteBuffer piece) {
                super.onBytes(from, piece.slice(piece.position(), 1));
                piece.get();
                from.startTls(IDENTITY);
            }
        };
        server = stage.actor("server");
        client = stage.actor("client");
        var at = server.listen(SERVER_IP, OPTIONS, _ -> atServer);

        client.tell(host -> {
            Connection connection = host.connect(CLIENT_IP, at, OPTIONS, 0, new Probe());
            connection.send(Bytes.of("!injected"));
            connection.startTls(PINNED);
        });

        awaitClosed(atServer);
        assertThat(atServer.text()).isEqualTo("!");
        assertThat(atServer.closes()).singleElement().isInstanceOf(CloseReason.TlsFailed.class);
    }

    @Test
    void shouldNotTakeGarbageInTheMidstOfIt() {
        Secure atServer = new Secure(IDENTITY);
        Probe hello = new Probe() {
            @Override
            public synchronized void onOpen(Connection opened) {
                super.onOpen(opened);
                opened.send(ByteBuffer.wrap(new byte[] {22, 3, 1, 0, 4, 99, 0, 0, 0}));
            }
        };

        meet(hello, atServer);

        awaitClosed(atServer);
        assertThat(atServer.closes()).singleElement().isInstanceOf(CloseReason.TlsFailed.class);
    }
}
