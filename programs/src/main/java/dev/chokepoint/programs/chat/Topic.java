package dev.chokepoint.programs.chat;

/**
 * What a channel is about.
 *
 * @param text the topic
 * @param setBy who set it, {@code nick!user@host} or a server
 * @param atSeconds when, seconds since 1970
 */
public record Topic(String text, String setBy, long atSeconds) {}
