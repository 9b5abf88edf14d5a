package dev.chokepoint.host;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What one end brings to TLS 1.3 (RFC 8446), see {@link Connection#startTls}. Make one and use it for all connections: the
 * worlds keep what they derive from it.
 */
public sealed interface Tls {
    /**
     * The end that proves who it is.
     *
     * @param chain its certificate, followed by those that lead to one that clients know
     * @param key the certificate's private key
     */
    record Server(List<X509Certificate> chain, PrivateKey key) implements Tls {
        /** Checks that key and certificate may belong together. */
        public Server {
            chain = List.copyOf(chain);
            if (chain.isEmpty()) {
                throw new IllegalArgumentException("no certificate: a TLS server needs at least its own");
            }
            String wanted = chain.getFirst().getPublicKey().getAlgorithm();
            if (!key.getAlgorithm().equals(wanted)) {
                throw new IllegalArgumentException("the private key is for " + key.getAlgorithm()
                        + ", the certificate's public key for " + wanted + ": they must belong together");
            }
        }

        /**
         * By which clients may know it.
         *
         * @return the certificate's, see {@link Tls#fingerprint}
         */
        public String fingerprint() {
            return Tls.fingerprint(chain.getFirst());
        }

        @Override
        public String toString() {
            return "TLS server " + fingerprint(); // and never the key
        }
    }

    /**
     * The end that wants to know to whom it talks, and does not say who it is itself.
     *
     * @param serverName the name, or literal address, for which the server must have a certificate
     * @param trust whom to believe
     */
    record Client(String serverName, Trust trust) implements Tls {
        /** Checks that there is something of both. */
        public Client {
            Objects.requireNonNull(trust, "trust");
            if (serverName.isBlank()) {
                throw new IllegalArgumentException("no server name: write the one that the certificate is for");
            }
        }
    }

    /** Whose word on a server's certificate a client believes. */
    sealed interface Trust {
        /** The authorities that this computer's Java trusts. The simulator, where no computer is this one, trusts none of them. */
        record SystemStore() implements Trust {}

        /**
         * These certificates, and those that they have issued.
         *
         * @param certificates at least one
         */
        record Certificates(List<X509Certificate> certificates) implements Trust {
            /** Checks that there is one. */
            public Certificates {
                certificates = List.copyOf(certificates);
                if (certificates.isEmpty()) {
                    throw new IllegalArgumentException("no certificate to trust: give at least one");
                }
            }
        }

        /**
         * This very certificate, whatever name it is for and whoever issued it.
         *
         * @param fingerprint its {@link Tls#fingerprint}, with or without colons
         */
        record Pinned(String fingerprint) implements Trust {
            private static final int DIGITS = 64;

            /** Checks and normalises the fingerprint. */
            public Pinned {
                String digits = fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
                if (digits.length() != DIGITS || !digits.chars().allMatch(digit -> Character.digit(digit, 16) >= 0)) {
                    throw new IllegalArgumentException("\"" + fingerprint
                            + "\" is no SHA-256 fingerprint: write its 64 hexadecimal digits, with or without colons");
                }
                fingerprint = digits;
            }
        }
    }

    /**
     * What a certificate is known by.
     *
     * @param certificate any
     * @return the SHA-256 of its DER form: 64 hexadecimal digits in lower case
     */
    static String fingerprint(X509Certificate certificate) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e); // every Java has SHA-256, and what was decoded can be encoded
        }
    }
}
