package dev.chokepoint.live;

import dev.chokepoint.host.Tls;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/** Makes one host's TLS engines; what is costly about that is done once for each {@link Tls}. Any thread. */
final class TlsContexts {
    private static final String VERSION = "TLSv1.3";
    /** Above RFC 8446's week the JDK issues no tickets: every handshake is a full one, as in the simulator. */
    private static final int NO_TICKETS_SECONDS = 7 * 24 * 3600 + 1;

    private static final int NO_PORT = -1;

    private final Map<Tls.Server, SSLContext> servers = new ConcurrentHashMap<>();
    private final Map<Tls.Client, TlsTrust.Judge> clients = new ConcurrentHashMap<>();

    /**
     * An engine, and for a client's whoever judges the server.
     *
     * @param engine of one connection
     * @param trust its own; empty at a server
     */
    record Kit(SSLEngine engine, Optional<TlsTrust> trust) {}

    Kit kit(Tls tls) {
        return switch (tls) {
            case Tls.Server server -> new Kit(server(server), Optional.empty());
            case Tls.Client client -> {
                TlsTrust trust = new TlsTrust(clients.computeIfAbsent(client, TlsContexts::judge));
                yield new Kit(client(client, trust), Optional.of(trust));
            }
        };
    }

    private SSLEngine server(Tls.Server server) {
        SSLEngine engine =
                servers.computeIfAbsent(server, TlsContexts::serverContext).createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(new String[] {VERSION});
        return engine;
    }

    private static SSLContext serverContext(Tls.Server server) {
        try {
            char[] secret = {};
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", server.key(), secret, server.chain().toArray(new X509Certificate[0]));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, secret);
            SSLContext context = SSLContext.getInstance(VERSION);
            context.init(keys.getKeyManagers(), null, null);
            context.getServerSessionContext().setSessionTimeout(NO_TICKETS_SECONDS);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("this certificate and key can't be used: " + e.getMessage(), e);
        }
    }

    private static TlsTrust.Judge judge(Tls.Client client) {
        try {
            return TlsTrust.judge(client.trust());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("these certificates can't be trusted: " + e.getMessage(), e);
        }
    }

    /** Each has a context of its own, so that none resumes what another has begun: they are different clients. */
    private static SSLEngine client(Tls.Client client, TlsTrust trust) {
        try {
            SSLContext context = SSLContext.getInstance(VERSION);
            context.init(null, new TrustManager[] {trust}, null);
            SSLEngine engine = context.createSSLEngine(client.serverName(), NO_PORT);
            engine.setUseClientMode(true);
            engine.setEnabledProtocols(new String[] {VERSION});
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS"); // RFC 9110 section 4.3.4: the name must match
            engine.setSSLParameters(parameters);
            return engine;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has TLS 1.3
        }
    }
}
