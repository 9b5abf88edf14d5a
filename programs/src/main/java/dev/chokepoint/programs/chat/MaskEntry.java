package dev.chokepoint.programs.chat;

/**
 * One entry of a channel's list of bans, exceptions or invitations.
 *
 * @param mask such as {@code *!*@host}
 * @param setBy who set it
 * @param atSeconds when, seconds since 1970
 */
public record MaskEntry(String mask, String setBy, long atSeconds) {}
