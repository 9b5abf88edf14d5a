package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Connections that send wrongly. */
final class BrokenSends {
    private BrokenSends() {}

    /** A host all of whose connections are of one broken kind. */
    static UnaryOperator<Host> ends(Supplier<LayerEnd> kind) {
        return inner -> new Layer(inner) {
            @Override
            LayerEnd end() {
                return kind.get();
            }
        };
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
    }

    /** Sends the second before the first, and so on. */
    static final class Swapping extends LayerEnd {
        private Optional<ByteBuffer> held = Optional.empty();

        @Override
        public boolean send(ByteBuffer copied) {
            if (held.isEmpty()) {
                held = Optional.of(copy(copied));
                return true;
            }
            super.send(copied);
            boolean more = super.send(held.get());
            held = Optional.empty();
            return more;
        }
    }

    /** Loses what is sent before the connection is open. */
    static final class Early extends LayerEnd {
        private boolean open;

        @Override
        public void onOpen(Connection from) {
            open = true;
            super.onOpen(from);
        }

        @Override
        public boolean send(ByteBuffer copied) {
            return !open || super.send(copied);
        }
    }

    /** Sends only the first half of a shared payload. */
    static final class Shortening extends LayerEnd {
        @Override
        public boolean send(Payload shared) {
            return super.send(shared.view().limit(shared.length() / 2));
        }
    }

    /** Never says that it is full. */
    static final class NeverFull extends LayerEnd {
        @Override
        public boolean send(ByteBuffer copied) {
            super.send(copied);
            return true;
        }
    }

    /** Says that it is full, and calls back to say that it isn't, before it returns. */
    static final class CallingBack extends LayerEnd {
        @Override
        public boolean send(ByteBuffer copied) {
            boolean more = super.send(copied);
            above().onWritable(this);
            return more;
        }
    }

    /** Puts off every send to a later callback. */
    static final class Deferring extends Layer {
        Deferring(Host inner) {
            super(inner);
        }

        @Override
        LayerEnd end() {
            return new LayerEnd() {
                @Override
                public boolean send(ByteBuffer copied) {
                    ByteBuffer later = copy(copied);
                    after(0, () -> super.send(later));
                    return true;
                }
            };
        }
    }
}
