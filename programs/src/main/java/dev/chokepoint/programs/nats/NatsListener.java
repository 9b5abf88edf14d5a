package dev.chokepoint.programs.nats;

/** Told what becomes of a {@link NatsClient}'s connection, on the lane. */
public interface NatsListener {
    /** Listens to nothing. */
    NatsListener NONE = new NatsListener() {};

    /**
     * The server has taken the connection and every subscription that was made so far is in force; what waited to be published
     * leaves right after this. Comes again after each reconnect.
     */
    default void onConnected() {}

    /**
     * The connection is over, or could not be opened; the next attempt is armed already, unless {@link NatsClient#close} was
     * called.
     *
     * @param reason in words
     */
    default void onDisconnected(String reason) {}

    /**
     * The server complains. It decides whether the connection goes on.
     *
     * @param error its words, without the quotes, such as {@code Permissions Violation for Publish to "a"}
     */
    default void onError(String error) {}
}
