package dev.chokepoint.sim;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.world.TlsLayer;
import java.nio.ByteBuffer;

/**
 * A connection as what carries TLS. Lane only.
 *
 * @param connection whose
 * @param out its way out
 * @param in its way in
 */
record TlsStream(SimConnection connection, Sending out, Inbound in) implements TlsLayer.Stream {
    @Override
    public void toWire(ByteBuffer record) {
        out.record(record);
    }

    @Override
    public boolean isWanted() {
        return in.isWanted();
    }

    @Override
    public void endReceived() {
        in.end();
    }

    @Override
    public void finishWire() {
        out.finishWire();
    }

    @Override
    public void breakOff(CloseReason reason) {
        connection.breakOff(reason);
    }
}
