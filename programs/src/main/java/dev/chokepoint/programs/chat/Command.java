package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.IrcLine;

/** What a command does. */
@FunctionalInterface
interface Command {
    /**
     * Does it.
     *
     * @param client who sent it
     * @param line with at least as many parameters as it was registered with; valid during the call
     */
    void run(Client client, IrcLine line);
}
