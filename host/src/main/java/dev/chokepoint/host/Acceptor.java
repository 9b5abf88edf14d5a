package dev.chokepoint.host;

/** The receiver of a listener's new connections. */
@FunctionalInterface
public interface Acceptor {
    /**
     * Called on the lane for each accepted connection; {@link Session#onOpen} follows. {@link Connection#tag()} of an
     * accepted connection counts this lane's accepts of this listener from 0.
     *
     * @param connection the new connection
     * @return the receiver of its callbacks; may be shared between connections
     */
    Session onAccept(Connection connection);
}
