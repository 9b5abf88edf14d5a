/**
 * An IRC server: RFC 1459 and 2812 as modern.ircdocs.horse describes them today, with IRCv3 capabilities.
 *
 * <p>{@link dev.chokepoint.programs.chat.Chat} is the state of one server. Commands (one file a family, in
 * {@link dev.chokepoint.programs.chat.Commands}) check what a client may do; then {@link dev.chokepoint.programs.chat.Presence},
 * {@link dev.chokepoint.programs.chat.Membership}, {@link dev.chokepoint.programs.chat.Modes} and
 * {@link dev.chokepoint.programs.chat.Speech} change the state, tell the local clients, and tell the
 * {@link dev.chokepoint.programs.chat.Relay}. What other servers have done enters by the same four.
 */
package dev.chokepoint.programs.chat;
