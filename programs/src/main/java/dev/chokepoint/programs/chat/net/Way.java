package dev.chokepoint.programs.chat.net;

import dev.chokepoint.host.Payload;

/** How lines get to the servers that are reached one way: over a link, or through a backplane. */
interface Way {
    /** Sends an event to all of them. */
    void tell(Payload line);

    /** Sends something that concerns one of them only. */
    void tell(String sid, Payload line);

    /** Sends a message to those where a channel has members. */
    void say(NetChannel channel, Payload line);

    /** This server has got its first member of a channel, or lost its last. */
    default void interest(String channel, boolean has) {}
}
