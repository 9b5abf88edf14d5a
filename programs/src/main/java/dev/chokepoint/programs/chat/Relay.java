package dev.chokepoint.programs.chat;

/**
 * What carries a chat's events to the other servers of its network, and theirs to it; {@link Chat#use} sets it.
 *
 * <p>It is told of every event that this server has done, whoever began it, in the order they were done. It passes on those that
 * did not come from where it would send them. What other servers tell it, it does by the same methods that the commands use
 * ({@link Presence}, {@link Membership}, {@link Modes}, {@link Speech}), on the lane, after it has looked up or introduced their
 * users and channels: these change the state, tell the local clients, and tell the relay again, which then passes it on to its
 * other links. They check no permissions: the server of the one who did it has checked.
 */
@FunctionalInterface
public interface Relay {
    /** For a server that is alone. */
    Relay NONE = _ -> {};

    /**
     * Something has been done. May be called in the middle of a larger change, and must not change the chat itself.
     *
     * @param event what; its objects are the chat's own and go on changing
     */
    void happened(Event event);
}
