package dev.chokepoint.sim;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Tls;
import dev.chokepoint.host.world.TlsEngine;
import dev.chokepoint.host.world.TlsFailure;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * TLS 1.3 without its cryptography: records, flights and sizes are those of the real one, so that round trips, bytes and work
 * cost what they cost there; but contents pass through as they are, and whoever knows a certificate may claim to have its key.
 * Nothing in it is random. Lane only.
 */
final class SimTls implements TlsEngine {
    /** What a handshake costs each end, by the name under which live runs count it. */
    private static final String HANDSHAKE = "tls.handshake";

    private enum State {
        HELLO,
        CERTIFICATE,
        FINISHED,
        SECURED,
        OVER
    }

    private final Lane lane;
    private final Tls how;
    private Optional<X509Certificate> certificate = Optional.empty();
    private ByteBuffer plain = ByteBuffer.allocate(0);
    private State state = State.HELLO;

    SimTls(Lane lane, Tls how) {
        this.lane = lane;
        this.how = how;
    }

    @Override
    public void begin(Consumer<ByteBuffer> wire) {
        if (how instanceof Tls.Client client) {
            int bytes = TlsSizes.clientHello(client.serverName());
            wire.accept(TlsRecord.open(TlsRecord.HANDSHAKE, TlsRecord.CLIENT_HELLO, bytes));
        }
    }

    @Override
    public Step open(ByteBuffer record, Consumer<ByteBuffer> wire) throws TlsFailure {
        TlsRecord read = TlsRecord.read(record);
        if (read.type() == TlsRecord.ALERT && read.content().remaining() == TlsSizes.ALERT) {
            return alerted(read);
        }
        return switch (state) {
            case HELLO -> hello(read, wire);
            case CERTIFICATE -> certificate(read, wire);
            case FINISHED -> finished(read, wire);
            case SECURED -> secured(read, wire);
            case OVER -> Step.INTERNAL;
        };
    }

    private Step alerted(TlsRecord alert) throws TlsFailure {
        int code = alert.content().get(1);
        if (code == Alert.CLOSE_NOTIFY.code() && state == State.SECURED) {
            return Step.ENDED;
        }
        state = State.OVER;
        throw new TlsFailure(new CloseReason.TlsFailed("the peer says: " + Alert.name(code)));
    }

    private Step hello(TlsRecord record, Consumer<ByteBuffer> wire) throws TlsFailure {
        return switch (how) {
            case Tls.Server server -> {
                expect(record, TlsRecord.HANDSHAKE, TlsRecord.CLIENT_HELLO, wire);
                charge();
                answer(server, wire);
                state = State.FINISHED;
                yield Step.INTERNAL;
            }
            case Tls.Client _ -> {
                expect(record, TlsRecord.HANDSHAKE, TlsRecord.SERVER_HELLO, wire);
                state = State.CERTIFICATE;
                yield Step.INTERNAL;
            }
        };
    }

    private static void answer(Tls.Server server, Consumer<ByteBuffer> wire) {
        wire.accept(TlsRecord.open(TlsRecord.HANDSHAKE, TlsRecord.SERVER_HELLO, TlsSizes.SERVER_HELLO));
        wire.accept(TlsRecord.open(TlsRecord.CHANGE_CIPHER_SPEC, 1, TlsSizes.CHANGE_CIPHER_SPEC));
        for (X509Certificate certificate : server.chain()) {
            wire.accept(TlsRecord.certificate(certificate));
        }
        wire.accept(TlsRecord.sealed(TlsRecord.HANDSHAKE, TlsRecord.CERTIFICATE_VERIFY, TlsSizes.SERVER_PROOF));
        wire.accept(TlsRecord.sealed(TlsRecord.HANDSHAKE, TlsRecord.FINISHED, TlsSizes.FINISHED));
    }

    private Step certificate(TlsRecord record, Consumer<ByteBuffer> wire) throws TlsFailure {
        if (record.type() == TlsRecord.CHANGE_CIPHER_SPEC) {
            return Step.INTERNAL;
        }
        if (record.is(TlsRecord.HANDSHAKE, TlsRecord.CERTIFICATE) && certificate.isEmpty()) {
            certificate = Optional.of(parse(record, wire));
        }
        if (record.is(TlsRecord.HANDSHAKE, TlsRecord.CERTIFICATE)
                || record.is(TlsRecord.HANDSHAKE, TlsRecord.CERTIFICATE_VERIFY)) {
            return Step.INTERNAL;
        }
        expect(record, TlsRecord.HANDSHAKE, TlsRecord.FINISHED, wire);
        charge();
        judge(wire);
        wire.accept(TlsRecord.open(TlsRecord.CHANGE_CIPHER_SPEC, 1, TlsSizes.CHANGE_CIPHER_SPEC));
        wire.accept(TlsRecord.sealed(TlsRecord.HANDSHAKE, TlsRecord.FINISHED, TlsSizes.FINISHED));
        state = State.SECURED;
        return Step.SECURED;
    }

    private X509Certificate parse(TlsRecord record, Consumer<ByteBuffer> wire) throws TlsFailure {
        try {
            return record.certificate();
        } catch (CertificateException e) {
            throw failed(Alert.BAD_CERTIFICATE, new CloseReason.TlsFailed(String.valueOf(e.getMessage())), wire);
        }
    }

    private void judge(Consumer<ByteBuffer> wire) throws TlsFailure {
        if (how instanceof Tls.Client client) {
            X509Certificate shown = certificate.orElseThrow();
            Optional<String> objection = SimTrust.objection(client, shown);
            if (objection.isPresent()) {
                CloseReason reason = new CloseReason.Untrusted(Tls.fingerprint(shown), objection.get());
                throw failed(Alert.CERTIFICATE_UNKNOWN, reason, wire);
            }
        }
    }

    private Step finished(TlsRecord record, Consumer<ByteBuffer> wire) throws TlsFailure {
        if (record.type() == TlsRecord.CHANGE_CIPHER_SPEC) {
            return Step.INTERNAL;
        }
        expect(record, TlsRecord.HANDSHAKE, TlsRecord.FINISHED, wire);
        state = State.SECURED;
        return Step.SECURED;
    }

    private Step secured(TlsRecord record, Consumer<ByteBuffer> wire) throws TlsFailure {
        if (!record.isSealed() || record.type() != TlsRecord.APPLICATION_DATA) {
            throw failed(Alert.UNEXPECTED_MESSAGE, unexpected(record), wire);
        }
        plain = record.content();
        return plain.hasRemaining() ? Step.PLAIN : Step.INTERNAL;
    }

    private void expect(TlsRecord record, int type, int message, Consumer<ByteBuffer> wire) throws TlsFailure {
        if (!record.is(type, message)) {
            throw failed(Alert.UNEXPECTED_MESSAGE, unexpected(record), wire);
        }
    }

    private static CloseReason unexpected(TlsRecord record) {
        return new CloseReason.TlsFailed("the peer sent what is no TLS, or nothing that may be said now: " + record);
    }

    private TlsFailure failed(Alert alert, CloseReason reason, Consumer<ByteBuffer> wire) {
        state = State.OVER;
        wire.accept(TlsRecord.alert(alert, false));
        return new TlsFailure(reason);
    }

    private void charge() {
        lane.charge(lane.costs().calibratedNanos(HANDSHAKE, 1));
    }

    @Override
    public ByteBuffer plain() {
        return plain;
    }

    @Override
    public void seal(ByteBuffer bytes, Consumer<ByteBuffer> wire) {
        while (bytes.hasRemaining()) {
            wire.accept(TlsRecord.data(bytes));
        }
    }

    @Override
    public void end(Consumer<ByteBuffer> wire) {
        wire.accept(TlsRecord.alert(Alert.CLOSE_NOTIFY, true));
    }

    /** What an end says when it ends, or can't go on (RFC 8446 section 6). */
    enum Alert {
        CLOSE_NOTIFY(0),
        UNEXPECTED_MESSAGE(10),
        BAD_CERTIFICATE(42),
        CERTIFICATE_UNKNOWN(46);

        private final int code;

        Alert(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static String name(int code) {
            for (Alert alert : values()) {
                if (alert.code == code) {
                    return alert.name().toLowerCase(Locale.ROOT);
                }
            }
            return "alert " + code;
        }
    }
}
