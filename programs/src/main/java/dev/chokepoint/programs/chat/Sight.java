package dev.chokepoint.programs.chat;

/** Who may know of whom: invisible users and secret channels show to those who share a channel (RFC 2812 sections 3.6, 4.2). */
final class Sight {
    private Sight() {}

    static boolean sees(User viewer, Channel channel) {
        return !channel.has(ChannelFlag.SECRET) || channel.memberOrNull(viewer) != null;
    }

    static boolean sees(User viewer, User other) {
        return viewer == other
                || !other.has(User.INVISIBLE)
                || viewer.has(User.OPERATOR)
                || other.memberships().stream()
                        .anyMatch(member -> member.channel().memberOrNull(viewer) != null);
    }

    /** A channel of somebody's that the viewer may know of, or null. */
    static Member shared(User viewer, User other) {
        if (sees(viewer, other)) {
            for (Member member : other.memberships()) {
                if (sees(viewer, member.channel())) {
                    return member;
                }
            }
        }
        return null;
    }
}
