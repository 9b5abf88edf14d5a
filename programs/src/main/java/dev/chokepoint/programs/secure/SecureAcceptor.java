package dev.chokepoint.programs.secure;

import dev.chokepoint.host.Acceptor;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.Tls;
import java.nio.ByteBuffer;

/**
 * Puts TLS before a server's sessions, from the first byte on: a session hears that its connection is open once that is secured.
 *
 * @param server whom its sessions belong to
 * @param identity what it proves itself with
 */
public record SecureAcceptor(Acceptor server, Tls.Server identity) implements Acceptor {
    @Override
    public Session onAccept(Connection connection) {
        return new Secured(server.onAccept(connection), identity);
    }

    private record Secured(Session session, Tls.Server identity) implements Session {
        @Override
        public void onOpen(Connection connection) {
            connection.startTls(identity);
        }

        @Override
        public void onSecured(Connection connection) {
            session.onOpen(connection);
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            session.onBytes(connection, bytes);
        }

        @Override
        public void onEnd(Connection connection) {
            session.onEnd(connection);
        }

        @Override
        public void onWritable(Connection connection) {
            session.onWritable(connection);
        }

        @Override
        public void onClose(Connection connection, CloseReason reason) {
            session.onClose(connection, reason);
        }
    }
}
