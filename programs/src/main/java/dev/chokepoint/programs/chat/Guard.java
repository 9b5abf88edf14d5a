package dev.chokepoint.programs.chat;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import java.util.Optional;

/** Who may come in, and how fast they may go on. Called on the lane; {@link Chat#use(Guard)} sets it. */
public interface Guard {
    /** Lets everybody in, and does not slow anybody down. */
    Guard OPEN = new Guard() {};

    /**
     * A connection has been accepted.
     *
     * @param connection from where
     * @return why it is refused; empty to let it in
     */
    default Optional<String> accept(Connection connection) {
        return Optional.empty();
    }

    /**
     * A client has said all that registration needs.
     *
     * @param client who
     * @return why it is refused; empty to let it in
     */
    default Optional<String> register(Client client) {
        return Optional.empty();
    }

    /**
     * A client has sent a command, which is about to be done.
     *
     * @param client who
     * @param command which, in capitals
     * @return after how many nanoseconds the client's next command may be done; 0 for at once
     */
    default long penaltyNanos(Client client, String command) {
        return 0;
    }

    /**
     * A client goes on talking while it must wait.
     *
     * @param bytes how much of it would have to be kept
     * @return whether to keep it; otherwise the connection ends
     */
    default boolean mayHold(int bytes) {
        return true;
    }

    /**
     * A connection that had been let in is over.
     *
     * @param client whose
     * @param reason why
     */
    default void closed(Client client, CloseReason reason) {}
}
