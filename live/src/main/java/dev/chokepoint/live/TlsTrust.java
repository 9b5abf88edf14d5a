package dev.chokepoint.live;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Tls;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Judges the certificate of one connection's server, and remembers why it was not believed. Lane only. */
final class TlsTrust extends X509ExtendedTrustManager {
    /** Who judges for all connections of one kind. */
    interface Judge {
        void check(X509Certificate[] chain, String keyExchange, SSLEngine engine) throws CertificateException;
    }

    private final Judge judge;
    private Optional<CloseReason> objection = Optional.empty();

    TlsTrust(Judge judge) {
        this.judge = judge;
    }

    static Judge judge(Tls.Trust trust) throws GeneralSecurityException, IOException {
        return switch (trust) {
            case Tls.Trust.SystemStore _ -> judge(Optional.empty());
            case Tls.Trust.Certificates known -> judge(Optional.of(store(known.certificates())));
            case Tls.Trust.Pinned pinned ->
                (chain, _, _) -> {
                    if (!Tls.fingerprint(chain[0]).equals(pinned.fingerprint())) {
                        throw new CertificateException(
                                "its certificate is not the expected one, " + pinned.fingerprint());
                    }
                };
        };
    }

    /** The JDK's, which looks at names and dates too. */
    private static Judge judge(Optional<KeyStore> store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store.orElse(null)); // null: the system's
        X509ExtendedTrustManager manager = (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        return manager::checkServerTrusted;
    }

    private static KeyStore store(List<X509Certificate> certificates) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (X509Certificate certificate : certificates) {
            store.setCertificateEntry(Tls.fingerprint(certificate), certificate);
        }
        return store;
    }

    /** Why the server was not believed, if it was not. */
    Optional<CloseReason> objection() {
        return objection;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        try {
            judge.check(chain, keyExchange, engine);
        } catch (CertificateException e) {
            objection = Optional.of(new CloseReason.Untrusted(Tls.fingerprint(chain[0]), inWords(e)));
            throw e;
        }
    }

    /** The JDK's words for the usual case are of its own making. */
    private static String inWords(CertificateException cause) {
        String text = String.valueOf(cause.getMessage());
        return text.contains("unable to find valid certification path")
                ? "nobody who is trusted here vouches for it"
                : text;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        throw new CertificateException("only an engine's server is judged here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        throw new CertificateException("only an engine's server is judged here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        throw new CertificateException("clients are not asked for certificates");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        throw new CertificateException("clients are not asked for certificates");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("clients are not asked for certificates");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
