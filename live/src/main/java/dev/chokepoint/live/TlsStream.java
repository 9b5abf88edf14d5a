package dev.chokepoint.live;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.world.TlsLayer;
import java.nio.ByteBuffer;

/**
 * A connection as what carries TLS. Lane only.
 *
 * @param connection whose
 * @param outgoing its way out
 * @param incoming its way in
 */
record TlsStream(LiveConnection connection, Outgoing outgoing, Incoming incoming) implements TlsLayer.Stream {
    @Override
    public void toWire(ByteBuffer record) {
        outgoing.addRecord(record);
        connection.markDirty();
    }

    @Override
    public boolean isWanted() {
        return incoming.isWanted();
    }

    @Override
    public void endReceived() {
        incoming.end();
    }

    @Override
    public void finishWire() {
        connection.finishWire();
    }

    @Override
    public void breakOff(CloseReason reason) {
        connection.breakOff(reason);
    }
}
