package dev.chokepoint.programs.chat;

import java.util.List;

/** What has happened in a chat, as the servers of a network tell each other. It has been done already when it is told. */
public sealed interface Event {
    /**
     * Whose doing it is; its {@link Source#server()} tells where it came from.
     *
     * @return a user or a server
     */
    Source from();

    /**
     * Somebody has registered, or come with another server.
     *
     * @param from who
     */
    record Came(User from) implements Event {}

    /**
     * Somebody has another nickname.
     *
     * @param from who, with the new one
     * @param before the old one
     */
    record Renamed(User from, String before) implements Event {}

    /**
     * Somebody is gone.
     *
     * @param from who
     * @param reason what was said
     */
    record Quit(User from, String reason) implements Event {}

    /**
     * Somebody has been thrown out of the network; no {@link Quit} follows.
     *
     * @param from by whom
     * @param user who
     * @param reason what was said
     */
    record Killed(Source from, User user, String reason) implements Event {}

    /**
     * Somebody's own modes have changed.
     *
     * @param from who, with the modes that they have now
     */
    record UserModes(User from) implements Event {}

    /**
     * Somebody is away, or back.
     *
     * @param from who
     */
    record Away(User from) implements Event {}

    /**
     * Somebody has entered a channel.
     *
     * @param from who
     * @param channel where
     * @param ranks with which {@link Member#ranks()}
     */
    record Joined(User from, Channel channel, int ranks) implements Event {}

    /**
     * Somebody has left a channel.
     *
     * @param from who
     * @param channel where
     * @param reason what was said, may be empty
     */
    record Parted(User from, Channel channel, String reason) implements Event {}

    /**
     * Somebody has been thrown out of a channel.
     *
     * @param from by whom
     * @param channel where
     * @param user who
     * @param reason what was said
     */
    record Kicked(Source from, Channel channel, User user, String reason) implements Event {}

    /**
     * Somebody has been asked into a channel.
     *
     * @param from by whom
     * @param channel where
     * @param user who
     */
    record Invited(Source from, Channel channel, User user) implements Event {}

    /**
     * A channel's topic has changed.
     *
     * @param from by whom
     * @param channel where; the topic is in it
     */
    record TopicChanged(Source from, Channel channel) implements Event {}

    /**
     * A channel's modes have changed.
     *
     * @param from by whom
     * @param channel where
     * @param changes what has changed, in order
     */
    record ModesChanged(Source from, Channel channel, List<ModeChange> changes) implements Event {}

    /**
     * A message to a channel.
     *
     * @param from by whom
     * @param channel where
     * @param sign {@code @} or {@code +} when it is for those of that rank and higher; else empty
     * @param message what
     */
    record SaidToChannel(Source from, Channel channel, String sign, Message message) implements Event {}

    /**
     * A message to a user of another server.
     *
     * @param from by whom
     * @param user to whom
     * @param message what
     */
    record SaidToUser(Source from, User user, Message message) implements Event {}

    /**
     * A message to all who want such messages (WALLOPS).
     *
     * @param from by whom
     * @param text what
     */
    record Wallops(Source from, String text) implements Event {}
}
