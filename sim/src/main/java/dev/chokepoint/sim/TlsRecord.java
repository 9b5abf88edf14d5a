package dev.chokepoint.sim;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/**
 * A record as RFC 8446 section 5 lays it out: sealed ones have their content type behind what
 * they hold, then padding and the tag (all zeros, here).
 *
 * @param type of what it holds; 0 when it is none
 * @param isSealed whether it came as application data
 * @param content what it holds
 */
record TlsRecord(int type, boolean isSealed, ByteBuffer content) {
    static final int CHANGE_CIPHER_SPEC = 20;
    static final int ALERT = 21;
    static final int HANDSHAKE = 22;
    static final int APPLICATION_DATA = 23;

    static final int CLIENT_HELLO = 1;
    static final int SERVER_HELLO = 2;
    static final int CERTIFICATE = 11;
    static final int CERTIFICATE_VERIFY = 15;
    static final int FINISHED = 20;

    private static final int VERSION = 0x0303;
    private static final int FATAL = 2;
    private static final int SHOWN_BYTES = 16;

    /** In the clear: its first byte and zeros. */
    static ByteBuffer open(int type, int first, int bytes) {
        return header(type, bytes).put((byte) first).position(0).limit(TlsSizes.HEADER + bytes);
    }

    private static ByteBuffer header(int type, int bytes) {
        return ByteBuffer.allocate(TlsSizes.HEADER + bytes)
                .put((byte) type)
                .putShort((short) VERSION)
                .putShort((short) bytes);
    }

    /** Its first byte and zeros, sealed. */
    static ByteBuffer sealed(int type, int first, int bytes) {
        return seal(type, ByteBuffer.allocate(bytes).put(0, (byte) first));
    }

    private static ByteBuffer seal(int type, ByteBuffer content) {
        int padding = type == HANDSHAKE ? 0 : TlsSizes.PADDING;
        ByteBuffer record = header(APPLICATION_DATA, content.remaining() + 1 + padding + TlsSizes.TAG);
        return record.put(content).put((byte) type).clear();
    }

    static ByteBuffer certificate(X509Certificate certificate) {
        try {
            byte[] der = certificate.getEncoded();
            ByteBuffer message = ByteBuffer.allocate(TlsSizes.PER_CERTIFICATE + der.length);
            return seal(
                    HANDSHAKE,
                    message.put((byte) CERTIFICATE)
                            .position(TlsSizes.PER_CERTIFICATE)
                            .put(der)
                            .flip());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that can't be sent: " + e.getMessage(), e);
        }
    }

    static ByteBuffer alert(SimTls.Alert alert, boolean sealed) {
        ByteBuffer content = ByteBuffer.allocate(TlsSizes.ALERT)
                .put((byte) FATAL)
                .put((byte) alert.code())
                .flip();
        return sealed
                ? seal(ALERT, content)
                : header(ALERT, TlsSizes.ALERT).put(content).flip();
    }

    /** As many bytes as one record holds. */
    static ByteBuffer data(ByteBuffer bytes) {
        int count = Math.min(bytes.remaining(), TlsSizes.PLAIN_MAX);
        ByteBuffer part = bytes.slice(bytes.position(), count);
        bytes.position(bytes.position() + count);
        return seal(APPLICATION_DATA, part);
    }

    static TlsRecord read(ByteBuffer bytes) {
        int type = bytes.get(0) & 0xff;
        int length = bytes.remaining() - TlsSizes.HEADER;
        if (length == 0) {
            return new TlsRecord(0, false, bytes);
        }
        if (type != APPLICATION_DATA) {
            return new TlsRecord(type, false, bytes.slice(TlsSizes.HEADER, length));
        }
        int typeAt = bytes.remaining() - TlsSizes.TAG - 1;
        while (typeAt > TlsSizes.HEADER && bytes.get(typeAt) == 0) {
            typeAt--; // over the padding
        }
        if (typeAt < TlsSizes.HEADER) {
            return new TlsRecord(0, true, bytes);
        }
        return new TlsRecord(bytes.get(typeAt), true, bytes.slice(TlsSizes.HEADER, typeAt - TlsSizes.HEADER));
    }

    /** Whether it is such a message. */
    boolean is(int wantedType, int message) {
        return type == wantedType && content.hasRemaining() && content.get(0) == message;
    }

    X509Certificate certificate() throws CertificateException {
        byte[] der = new byte[content.remaining() - TlsSizes.PER_CERTIFICATE];
        content.get(TlsSizes.PER_CERTIFICATE, der);
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    }

    @Override
    public String toString() {
        byte[] shown = new byte[Math.min(SHOWN_BYTES, content.remaining())];
        content.get(content.position(), shown);
        return HexFormat.ofDelimiter(" ").formatHex(shown);
    }
}
