package dev.chokepoint.programs.chat;

import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import java.nio.ByteBuffer;

/** A connection that is told why it can't stay. Costs next to nothing, as it may be one of a flood. */
final class RefusedSession implements Session {
    private final String reason;

    RefusedSession(String reason) {
        this.reason = reason;
    }

    @Override
    public void onOpen(Connection connection) {
        connection.send(Payload.of("ERROR :Closing Link: (" + reason + ")\r\n"));
        connection.close();
    }

    @Override
    public void onBytes(Connection connection, ByteBuffer bytes) {
        // It is closed already.
    }
}
