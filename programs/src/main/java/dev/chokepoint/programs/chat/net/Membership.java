package dev.chokepoint.programs.chat.net;

/** A user in a channel, from a JOIN to the end of it: another JOIN is another membership. */
record Membership(NetUser user, NetChannel channel, long joined) {
    /** What it is called in events. */
    String id() {
        return user.uid + '/' + Stamp.text(joined);
    }
}
