package dev.chokepoint.programs.chat.client;

import java.time.Instant;

/**
 * Something to show. All texts are free of control characters.
 *
 * @param at when it happened, by the server's clock if that tells
 * @param kind what it is
 * @param where the channel, or the nickname of whom one talks to alone; empty when it concerns neither
 * @param who whose doing it is; empty when nobody's
 * @param text what to show
 */
public record ChatLine(Instant at, Kind kind, String where, String who, String text) {
    /** What a line is. */
    public enum Kind {
        /** Somebody says something. */
        MESSAGE,
        /** The user does. */
        MINE,
        /** Somebody does something: {@code /me}. */
        ACTION,
        /** A notice: nobody answers those by machine. */
        NOTICE,
        /** People come, go, change names, topics and modes. */
        EVENT,
        /** What the server or the client says. */
        INFO,
        /** Something went wrong. */
        ERROR
    }
}
