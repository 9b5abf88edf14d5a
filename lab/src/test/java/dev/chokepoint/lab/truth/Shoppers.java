package dev.chokepoint.lab.truth;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import java.nio.ByteBuffer;

/**
 * A Poisson stream of customers, each with a connection of its own: it sends a byte, waits for one, and leaves. So a balancer of
 * connections balances customers. Time is counted in units of a millisecond.
 */
final class Shoppers implements Program {
    static final double UNIT_NANOS = 1e6;
    private static final Payload REQUEST = Payload.of("?");

    private final Address shop;
    private final double rate;
    private final int skipped;
    private final double[] sojourns;
    private Host host;
    private int arrived;
    private int left;

    /** The first {@code skipped} customers don't count; {@code counted} do, and others come until these have left. */
    Shoppers(Address shop, double rate, int skipped, int counted) {
        this.shop = shop;
        this.rate = rate;
        this.skipped = skipped;
        sojourns = new double[counted];
    }

    @Override
    public void start(Host lane) {
        host = lane;
        awaitNext();
    }

    private void awaitNext() {
        double gap = -StrictMath.log(1 - host.random().nextDouble()) / rate;
        host.after(StrictMath.round(gap * UNIT_NANOS), this::enter);
    }

    private void enter() {
        awaitNext();
        host.connect(host.addresses().getFirst(), shop, StreamOptions.DEFAULT, arrived++, new Shopper(host.nanoTime()))
                .send(REQUEST);
    }

    boolean isDone() {
        return left == sojourns.length;
    }

    double[] sojourns() {
        return sojourns;
    }

    private final class Shopper implements Session {
        private final long enteredNanos;

        Shopper(long enteredNanos) {
            this.enteredNanos = enteredNanos;
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            connection.close();
            long number = connection.tag() - skipped;
            if (number >= 0 && number < sojourns.length) {
                sojourns[(int) number] = (host.nanoTime() - enteredNanos) / UNIT_NANOS;
                left++;
            }
        }

        @Override
        public void onClose(Connection connection, CloseReason reason) {
            if (!(reason instanceof CloseReason.LocalClosed)) {
                throw new IllegalStateException("customer " + connection.tag() + " was lost: " + reason);
            }
        }
    }
}
