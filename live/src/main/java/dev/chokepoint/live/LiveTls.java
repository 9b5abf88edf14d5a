package dev.chokepoint.live;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Tls;
import dev.chokepoint.host.world.TlsEngine;
import dev.chokepoint.host.world.TlsFailure;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** The JDK's TLS 1.3. Its arithmetic is done on the lane, as part of the work of whom it concerns. Lane only. */
final class LiveTls implements TlsEngine {
    /** What the units of handshakes are counted under; the simulator charges them by the same name. */
    static final String HANDSHAKE = "tls.handshake";

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    /** An alert is one record; behind it the engine has nothing more to say. */
    private static final int LAST_WORDS_MAX = 4;

    private final Lane lane;
    private final SSLEngine engine;
    private final Optional<TlsTrust> trust;
    private ByteBuffer plain = NOTHING;

    LiveTls(Lane lane, Tls how) {
        TlsContexts.Kit kit = lane.host().tls().kit(how);
        this.lane = lane;
        this.engine = kit.engine();
        this.trust = kit.trust();
    }

    @Override
    public void begin(Consumer<ByteBuffer> wire) {
        if (engine.getUseClientMode()) {
            try {
                wrap(NOTHING, wire);
            } catch (SSLException e) {
                throw new IllegalStateException(e); // a client can always say hello
            }
        }
    }

    @Override
    public Step open(ByteBuffer record, Consumer<ByteBuffer> wire) throws TlsFailure {
        try {
            plain = lane.tlsBuffers().plain();
            SSLEngineResult result = engine.unwrap(record, plain);
            boolean secured = result.getHandshakeStatus() == HandshakeStatus.FINISHED;
            secured |= answer(wire);
            if (secured) {
                lane.host().world().work().add(HANDSHAKE, 1);
                return Step.SECURED;
            }
            if (result.bytesProduced() > 0) {
                plain.flip();
                return Step.PLAIN;
            }
            return engine.isInboundDone() ? Step.ENDED : Step.INTERNAL;
        } catch (SSLException e) {
            throw failed(e, wire);
        }
    }

    @Override
    public ByteBuffer plain() {
        return plain;
    }

    /** Says what the handshake now asks for; true when that ends it. */
    private boolean answer(Consumer<ByteBuffer> wire) throws SSLException {
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> {
                    SSLEngineResult result = wrap(NOTHING, wire);
                    if (result.getHandshakeStatus() == HandshakeStatus.FINISHED) {
                        return true;
                    }
                    if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
                        return false;
                    }
                }
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN, NOT_HANDSHAKING, FINISHED -> {
                    return false;
                }
            }
        }
    }

    private void runTasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    private SSLEngineResult wrap(ByteBuffer bytes, Consumer<ByteBuffer> wire) throws SSLException {
        ByteBuffer record = lane.tlsBuffers().record();
        SSLEngineResult result = engine.wrap(bytes, record);
        if (result.bytesProduced() > 0) {
            wire.accept(record.flip());
        }
        return result;
    }

    @Override
    public void seal(ByteBuffer bytes, Consumer<ByteBuffer> wire) throws TlsFailure {
        try {
            while (bytes.hasRemaining()) {
                if (wrap(bytes, wire).getStatus() == SSLEngineResult.Status.CLOSED) {
                    throw new SSLException("the engine has closed");
                }
            }
        } catch (SSLException e) {
            throw failed(e, wire);
        }
    }

    @Override
    public void end(Consumer<ByteBuffer> wire) {
        engine.closeOutbound();
        lastWords(wire);
    }

    private TlsFailure failed(SSLException cause, Consumer<ByteBuffer> wire) {
        lastWords(wire);
        CloseReason reason = trust.flatMap(TlsTrust::objection)
                .orElseGet(() -> new CloseReason.TlsFailed(String.valueOf(cause.getMessage())));
        return new TlsFailure(reason);
    }

    private void lastWords(Consumer<ByteBuffer> wire) {
        for (int i = 0; i < LAST_WORDS_MAX && !engine.isOutboundDone(); i++) {
            try {
                wrap(NOTHING, wire);
            } catch (SSLException e) {
                // It is said once more what is known already.
            }
        }
    }
}
