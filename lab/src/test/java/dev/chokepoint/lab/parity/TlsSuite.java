package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Tls;
import dev.chokepoint.live.Identities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What the suites of TLS have besides: certificates, and ends that begin it as soon as they are open. */
abstract class TlsSuite extends ParitySuite {
    static final Tls.Server IDENTITY = identity("server.test", "127.66.0.1");
    static final Tls.Server STRANGER = identity("stranger.test");
    static final Tls.Client PINNED = new Tls.Client("server.test", new Tls.Trust.Pinned(IDENTITY.fingerprint()));

    Actor server;
    Actor client;

    private static Tls.Server identity(String... names) {
        try {
            return Identities.selfSigned(List.of(names));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins TLS at once, and notes what comes of it. */
    static class Secure extends Probe {
        private final Tls tls;
        private int secured;

        Secure(Tls tls) {
            this.tls = tls;
        }

        @Override
        public synchronized void onOpen(Connection opened) {
            super.onOpen(opened);
            opened.startTls(tls);
        }

        @Override
        public synchronized void onSecured(Connection connection) {
            secured++;
        }

        synchronized int secured() {
            return secured;
        }

        /** The same, sending a pattern once it is secured. */
        static Secure sending(Tls tls, Bytes.Pump pump) {
            return new Secure(tls) {
                @Override
                public synchronized void onSecured(Connection connection) {
                    super.onSecured(connection);
                    pump.push(connection);
                }

                @Override
                public synchronized void onWritable(Connection connection) {
                    super.onWritable(connection);
                    pump.push(connection);
                }
            };
        }
    }

    /** Has two sessions talk to each other. */
    void meet(Session atClient, Session atServer) {
        meet(OPTIONS, atClient, atServer);
    }

    void meet(StreamOptions options, Session atClient, Session atServer) {
        server = stage.actor("server");
        client = stage.actor("client");
        Address at = server.listen(SERVER_IP, options, _ -> atServer);
        client.connect(CLIENT_IP, at, options, 0, atClient);
    }

    void awaitSecured(Secure... ends) {
        stage.await("both ends secured", () -> List.of(ends).stream().allMatch(end -> end.secured() > 0));
    }

    void awaitClosed(Probe... ends) {
        stage.await("both ends closed", () -> List.of(ends).stream().allMatch(Probe::isClosed));
    }

    void send(Actor actor, Probe probe, String text) {
        actor.tell(_ -> probe.connection().send(Bytes.of(text)));
    }
}
