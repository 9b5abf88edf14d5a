package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.irc.IrcLimits;

/** What lines between servers look like. */
final class LinkLines {
    /** Which events there are, and what they mean. Servers of different versions don't talk. */
    static final int VERSION = 1;

    /** Longer than a client's: channels have many members. */
    static final IrcLimits LIMITS = new IrcLimits(IrcLimits.TAG_BYTES_MAX, 4096);

    private LinkLines() {}
}
