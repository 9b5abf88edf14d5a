package dev.chokepoint.programs.chat.net;

import java.util.List;

/**
 * What servers tell one another, except what people say: messages stay lines, since there are so many. Users
 * are named by their ids, moments by {@linkplain Stamp stamps}. Each can be told twice without harm.
 */
sealed interface NetEvent {
    /** Who tells it: a user's id or a server's. */
    String source();

    /** Behind {@code source} there is now this server, which began at {@code born}. */
    record Server(String source, String sid, long born, String name, String description) implements NetEvent {}

    /** That server, and all behind it, can't be reached any more. */
    record Split(String source, String sid, String reason) implements NetEvent {}

    /** All that {@code source} had to tell at the beginning has been told. */
    record Synced(String source) implements NetEvent {}

    /** There is now this user. {@code account} may be {@code *}, {@code modes} begin with a plus. */
    record Came(
            String source,
            String uid,
            long nickStamp,
            String nick,
            String user,
            String host,
            String account,
            String modes,
            long signonSeconds,
            String realName)
            implements NetEvent {}

    /** The user's nickname; since when. */
    record Renamed(String source, long stamp, String nick) implements NetEvent {}

    /** The user has gone. */
    record Left(String source, String reason) implements NetEvent {}

    /** The user's own server shall make that user leave. */
    record Killed(String source, String uid, String reason) implements NetEvent {}

    /** The user is away; or no longer, with an empty text. */
    record Away(String source, String text) implements NetEvent {}

    /** The user's own modes change. */
    record UserModes(String source, String changes) implements NetEvent {}

    /** The user joins; where both stamps are one, that founds the channel and makes the user its operator. */
    record Joined(String source, long channelStamp, String channel, long stamp) implements NetEvent {}

    /** These were members already. */
    record Members(String source, long channelStamp, String channel, List<Member> members) implements NetEvent {}

    /** The user leaves the channel, which was joined at {@code joined}. */
    record Parted(String source, String channel, long joined, String reason) implements NetEvent {}

    /** That user, a member since {@code joined}, is removed. */
    record Kicked(String source, String channel, String uid, long joined, String reason) implements NetEvent {}

    /** The channel's modes change. A status names its member as {@code uid/joined}. */
    record Modes(String source, long channelStamp, String channel, long stamp, String changes, List<String> arguments)
            implements NetEvent {}

    /** The channel's topic; empty when there is none any more. */
    record Topic(String source, long channelStamp, String channel, long stamp, String setBy, String text)
            implements NetEvent {}

    /** That user is asked to join. */
    record Invited(String source, String uid, String channel) implements NetEvent {}

    /** To all operators. */
    record Wallops(String source, String text) implements NetEvent {}

    /** That server is asked to tell {@code source} all it knows of a channel. */
    record Wanted(String source, String sid, String channel) implements NetEvent {}

    /** That server is asked to tell {@code source} all that it has: over a backplane, where nobody else does. */
    record Asked(String source, String sid) implements NetEvent {}

    /** A member, and since when. */
    record Member(String uid, long joined) {
        @Override
        public String toString() {
            return uid + '/' + Stamp.text(joined);
        }
    }
}
