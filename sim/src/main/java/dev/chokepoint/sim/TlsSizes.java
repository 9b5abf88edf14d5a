package dev.chokepoint.sim;

/**
 * What TLS 1.3 adds to a stream, in bytes: what the JDK's puts on the wire with TLS_AES_256_GCM_SHA384, X25519, an ECDSA
 * certificate on P-256 and no session tickets, as measured over real sockets (docs/decisions/028).
 */
final class TlsSizes {
    static final int HEADER = 5;

    /** The authentication tag behind a record (RFC 8446 section 5.2). */
    static final int TAG = 16;

    /** Zeros with which the JDK hides the length of data and alerts (RFC 8446 section 5.4), though not of handshakes. */
    static final int PADDING = 16;

    static final int PLAIN_MAX = 1 << 14;

    /** Behind the header: without the server's name. */
    private static final int NAMELESS_HELLO = 324;

    private static final int SERVER_NAME_EXTENSION = 9;

    static final int SERVER_HELLO = 122;
    static final int CHANGE_CIPHER_SPEC = 1;

    /** EncryptedExtensions, CertificateVerify, and what the Certificate message has besides certificates. */
    static final int SERVER_PROOF = 91;

    /** What comes with each certificate of the chain, and with the list of them. */
    static final int PER_CERTIFICATE = 5;

    static final int FINISHED = 4 + 48;
    static final int ALERT = 2;

    private TlsSizes() {}

    /** A name with a dot in it is said, a literal address is not (RFC 6066 section 3). */
    static int clientHello(String serverName) {
        boolean isSaid = serverName.indexOf('.') > 0 && !SimTrust.isAddress(serverName);
        return NAMELESS_HELLO + (isSaid ? SERVER_NAME_EXTENSION + serverName.length() : 0);
    }
}
