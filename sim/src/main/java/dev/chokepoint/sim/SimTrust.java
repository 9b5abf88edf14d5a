package dev.chokepoint.sim;

import dev.chokepoint.host.Tls;
import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Judges a server's certificate in the simulator: by who it says it is and who it says has issued it. Signatures and dates are not
 * looked at, so the answer is the same at any time on any computer.
 */
final class SimTrust {
    private static final int ADDRESS = 7;
    private static final int DNS_NAME = 2;

    private SimTrust() {}

    /** Why this client does not believe it; empty when it does. */
    static Optional<String> objection(Tls.Client client, X509Certificate shown) {
        return switch (client.trust()) {
            case Tls.Trust.SystemStore _ ->
                Optional.of("the simulator trusts no certificate by itself; name those to trust");
            case Tls.Trust.Certificates known
            when known.certificates().stream().noneMatch(one -> vouches(one, shown)) ->
                Optional.of("it is none of the trusted ones, nor issued by one");
            case Tls.Trust.Certificates _
            when !names(shown, client.serverName()) -> Optional.of("it is not for " + client.serverName());
            case Tls.Trust.Pinned pinned
            when !pinned.fingerprint().equals(Tls.fingerprint(shown)) ->
                Optional.of("its certificate is not the expected one, " + pinned.fingerprint());
            case Tls.Trust.Certificates _, Tls.Trust.Pinned _ -> Optional.empty();
        };
    }

    private static boolean vouches(X509Certificate known, X509Certificate shown) {
        return known.equals(shown) || known.getSubjectX500Principal().equals(shown.getIssuerX500Principal());
    }

    private static boolean names(X509Certificate shown, String wanted) {
        try {
            Collection<List<?>> names = shown.getSubjectAlternativeNames();
            return names != null && names.stream().anyMatch(name -> matches(name, wanted));
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    /** RFC 9525 section 6.3: a wildcard stands for one whole label, the first. */
    private static boolean matches(List<?> name, String wanted) {
        String text = String.valueOf(name.get(1)).toLowerCase(Locale.ROOT);
        String host = wanted.toLowerCase(Locale.ROOT);
        return switch ((Integer) name.get(0)) {
            case DNS_NAME ->
                text.equals(host) || text.startsWith("*.") && text.substring(1).equals(parent(host));
            case ADDRESS -> isAddress(host) && InetAddress.ofLiteral(text).equals(InetAddress.ofLiteral(host));
            default -> false;
        };
    }

    private static String parent(String host) {
        return host.substring(Math.max(0, host.indexOf('.')));
    }

    static boolean isAddress(String host) {
        try {
            InetAddress.ofLiteral(host);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
