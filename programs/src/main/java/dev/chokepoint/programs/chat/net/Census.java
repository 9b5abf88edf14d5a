package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.chat.Channel;
import dev.chokepoint.programs.chat.User;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What only servers need to know of all users and channels. Follows the chat, which has the rest. */
final class Census {
    private final Map<User, NetUser> byUser = new LinkedHashMap<>();
    private final Map<String, NetUser> byUid = new LinkedHashMap<>();
    private final Map<Channel, NetChannel> channels = new LinkedHashMap<>();
    private final Interest interest;

    /** Told when this server gets its first member of a channel, and loses its last. */
    @FunctionalInterface
    interface Interest {
        void changed(String channel, boolean has);
    }

    Census(Interest interest) {
        this.interest = interest;
    }

    /** The user, or null. */
    NetUser of(User user) {
        return byUser.get(user);
    }

    /** The user, or null. */
    NetUser of(String uid) {
        return byUid.get(uid);
    }

    /** The channel, or null. */
    NetChannel of(Channel channel) {
        return channels.get(channel);
    }

    Collection<NetUser> users() {
        return byUser.values();
    }

    Collection<NetChannel> channels() {
        return channels.values();
    }

    void enter(NetUser user) {
        byUser.put(user.user, user);
        byUid.put(user.uid, user);
    }

    void leave(NetUser user) {
        List.copyOf(user.memberships()).forEach(this::part);
        byUser.remove(user.user);
        byUid.remove(user.uid);
    }

    NetChannel open(Channel channel, long founded) {
        NetChannel opened = new NetChannel(channel, founded);
        channels.put(channel, opened);
        return opened;
    }

    Membership join(NetUser user, NetChannel channel, long joined) {
        Membership membership = new Membership(user, channel, joined);
        user.memberships().add(membership);
        channel.count(user.home.way(), 1);
        if (user.isHere() && channel.here() == 1) {
            interest.changed(channel.channel.name(), true);
        }
        return membership;
    }

    void part(Membership membership) {
        NetUser user = membership.user();
        NetChannel channel = membership.channel();
        user.memberships().remove(membership);
        channel.registers.forget(membership.id());
        channel.count(user.home.way(), -1);
        if (user.isHere() && channel.here() == 0) {
            interest.changed(channel.channel.name(), false);
        }
        if (channel.isEmpty()) {
            channels.remove(channel.channel);
        }
    }
}
