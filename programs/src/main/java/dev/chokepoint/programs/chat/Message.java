package dev.chokepoint.programs.chat;

/**
 * What somebody says.
 *
 * @param kind how
 * @param text what; empty for TAGMSG
 * @param tags the client-only tags, as they are written, such as {@code +react=x;+draft/reply=7}; may be empty
 * @param id the message's own (IRCv3 message-ids)
 * @param atMillis when, milliseconds since 1970
 * @param number that the {@linkplain dev.chokepoint.host.Meter meter} knows it by, or
 *     {@link dev.chokepoint.programs.talk.TalkText#NONE}
 */
public record Message(Kind kind, String text, String tags, String id, long atMillis, long number) {
    /** The commands that carry messages. */
    public enum Kind {
        /** To be read. */
        PRIVMSG,
        /** To be read, and never answered by a program. */
        NOTICE,
        /** Tags alone. */
        TAGMSG
    }
}
