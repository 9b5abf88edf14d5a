package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.chat.User;
import java.util.ArrayList;
import java.util.List;

/** A user, and what only servers need to know of one. */
final class NetUser {
    final User user;
    final String uid;
    final ServerTree.Node home;
    /** Since when the user has claimed the nickname. */
    long nickStamp;

    private final List<Membership> memberships = new ArrayList<>(1);

    NetUser(User user, String uid, ServerTree.Node home, long nickStamp) {
        this.user = user;
        this.uid = uid;
        this.home = home;
        this.nickStamp = nickStamp;
    }

    boolean isHere() {
        return home.way() == ServerTree.HERE;
    }

    List<Membership> memberships() {
        return memberships;
    }

    /** The membership of a channel, or null. */
    Membership in(NetChannel channel) {
        for (int i = 0; i < memberships.size(); i++) {
            if (memberships.get(i).channel() == channel) {
                return memberships.get(i);
            }
        }
        return null;
    }
}
