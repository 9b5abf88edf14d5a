package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.chat.Channel;
import dev.chokepoint.programs.chat.ChannelFlag;
import dev.chokepoint.programs.chat.MaskEntry;
import dev.chokepoint.programs.chat.Member;
import dev.chokepoint.programs.chat.ModeChange;
import dev.chokepoint.programs.chat.Source;
import dev.chokepoint.programs.chat.Topic;
import dev.chokepoint.programs.chat.net.Registers.Register;
import java.util.ArrayList;
import java.util.List;

/** Does here what other servers tell of channels. */
final class ChannelHearer {
    private static final int LIMIT_DIGITS_MAX = 9;

    private final Net net;

    ChannelHearer(Net net) {
        this.net = net;
    }

    Heard joined(NetEvent.Joined e, NetUser user) throws LinkException {
        boolean founds = e.channelStamp() == e.stamp();
        NetChannel channel = known(e.channel());
        boolean older = channel != null && e.channelStamp() < channel.founded;
        if ((channel == null || older) && !founds) {
            want(e.channel(), user.home);
        }
        channel = agreed(e.channel(), e.channelStamp());
        Membership membership = enter(user, channel, e.stamp());
        if (founds && membership != null && channel.founded == e.channelStamp()) {
            List<ModeChange> changes = new ArrayList<>();
            for (Register setting : NetEvents.found(channel, membership)) {
                changes.add(change(setting, channel));
            }
            net.chat.modes().change(user.home.server(), channel.channel, changes);
        }
        return Heard.DONE;
    }

    /** The channel of that name, or null. */
    private NetChannel known(String name) {
        return net.chat.channel(name).map(net.census::of).orElse(null);
    }

    /** Asks for all about a channel that is older than what is known here. */
    private void want(String channel, ServerTree.Node home) {
        net.ways.tellOne(home, new NetEvent.Wanted(net.tree.root().sid(), home.sid(), channel));
    }

    /** The channel of that name; what is told of one founded earlier makes it that one. */
    private NetChannel agreed(String name, long founded) {
        NetChannel channel = known(name);
        if (channel == null) {
            return net.census.open(net.chat.membership().open(name, Teller.seconds(founded)), founded);
        }
        if (founded < channel.founded) {
            channel.founded = founded;
            channel.registers.clear();
            wipe(channel.channel);
        }
        return channel;
    }

    /** Takes away whatever had been set of a channel. */
    private void wipe(Channel channel) {
        List<ModeChange> changes = new ArrayList<>();
        for (ChannelFlag flag : ChannelFlag.values()) {
            changes.add(new ModeChange(flag.letter(), false, ""));
        }
        changes.add(new ModeChange('k', false, ""));
        changes.add(new ModeChange('l', false, ""));
        for (char list : new char[] {'b', 'e', 'I'}) {
            for (MaskEntry entry : channel.masks(list)) {
                changes.add(new ModeChange(list, false, entry.mask()));
            }
        }
        for (int i = 0; i < channel.size(); i++) {
            changes.add(new ModeChange('o', false, channel.member(i).user().nick()));
            changes.add(new ModeChange('v', false, channel.member(i).user().nick()));
        }
        net.chat.modes().change(net.chat.self(), channel, changes);
        if (channel.topic().isPresent()) {
            Topic none = new Topic("", net.chat.self().name(), net.chat.nowSeconds());
            net.chat.membership().topic(net.chat.self(), channel, none);
        }
    }

    /** Null when the user is a member already, by this JOIN or a later one. */
    private Membership enter(NetUser user, NetChannel channel, long joined) {
        Membership before = user.in(channel);
        if (before != null && before.joined() >= joined) {
            return null;
        }
        if (before != null) {
            remove(before, "");
        }
        Membership membership = net.census.join(user, channel, joined);
        net.chat.membership().join(user.user, channel.channel, 0);
        return membership;
    }

    private void remove(Membership membership, String reason) {
        Member member =
                membership.channel().channel.member(membership.user().user).orElseThrow();
        net.census.part(membership);
        net.chat.membership().part(member, reason);
    }

    Heard members(NetEvent.Members e) {
        Heard heard = Heard.DONE;
        NetChannel channel = null;
        for (NetEvent.Member member : e.members()) {
            NetUser user = net.census.of(member.uid());
            if (user == null) {
                heard = Heard.UNKNOWN;
            } else if (!user.isHere()) {
                channel = channel == null ? agreed(e.channel(), e.channelStamp()) : channel;
                enter(user, channel, member.joined());
            }
        }
        return heard;
    }

    Heard parted(NetEvent.Parted e, NetUser user) {
        Membership membership = membership(user, e.channel(), e.joined());
        if (membership == null) {
            return Heard.UNKNOWN;
        }
        remove(membership, e.reason());
        return Heard.DONE;
    }

    /** The membership that began then, or null. */
    private Membership membership(NetUser user, String name, long joined) {
        NetChannel channel = known(name);
        Membership membership = channel == null ? null : user.in(channel);
        return membership == null || membership.joined() != joined ? null : membership;
    }

    Heard kicked(NetEvent.Kicked e, Source by) {
        NetUser user = net.census.of(e.uid());
        Membership membership = user == null ? null : membership(user, e.channel(), e.joined());
        if (membership == null) {
            return Heard.UNKNOWN;
        }
        Member member = membership.channel().channel.member(user.user).orElseThrow();
        net.census.part(membership);
        net.chat.membership().kick(by, member, e.reason());
        return Heard.DONE;
    }

    Heard invited(NetEvent.Invited e, NetUser by) {
        NetUser user = net.census.of(e.uid());
        NetChannel channel = known(e.channel());
        if (user == null || channel == null) {
            return Heard.UNKNOWN;
        }
        net.chat.membership().invite(by.user, channel.channel, user.user);
        return Heard.DONE;
    }

    Heard topic(NetEvent.Topic e, Source by) {
        NetChannel channel = settled(e.channel(), e.channelStamp(), e.source());
        if (channel == null) {
            return Heard.UNKNOWN;
        }
        Register setting = new Register(e.stamp(), NetEvents.TOPIC.charAt(0), true, "");
        if (e.channelStamp() == channel.founded && channel.registers.set(NetEvents.TOPIC, setting)) {
            net.chat.membership().topic(by, channel.channel, Teller.asTopic(e));
        }
        return Heard.DONE;
    }

    /** The channel, if there is one; and all about it is asked for, if it turns out to be older. */
    private NetChannel settled(String name, long founded, String source) {
        NetChannel channel = known(name);
        if (channel != null && founded < channel.founded) {
            want(name, net.tree.get(ServerId.ofSource(source)));
        }
        return channel == null ? null : agreed(name, founded);
    }

    Heard modes(NetEvent.Modes e, Source by) throws LinkException {
        List<Register> settings = ModeLetters.settings(e);
        NetChannel channel = settled(e.channel(), e.channelStamp(), e.source());
        if (channel == null) {
            return Heard.UNKNOWN;
        }
        if (channel.founded < e.channelStamp()) {
            return Heard.DONE;
        }
        Heard heard = Heard.DONE;
        List<ModeChange> changes = new ArrayList<>();
        for (Register setting : settings) {
            ModeChange change = change(setting, channel);
            if (change == null) {
                heard = Heard.UNKNOWN;
            } else if (channel.registers.set(NetEvents.register(setting), setting)) {
                changes.add(change);
            }
        }
        net.chat.modes().change(by, channel.channel, changes);
        return heard;
    }

    /** As the chat does it; null when it is for somebody who is not a member, or no longer the same one. */
    private ModeChange change(Register setting, NetChannel channel) throws LinkException {
        if (setting.mode() == 'l' && setting.on() && !isLimit(setting.argument())) {
            throw new LinkException(
                    "MODE +l " + setting.argument() + ": must be a number of at most " + LIMIT_DIGITS_MAX + " digits");
        }
        if (!ModeLetters.isStatus(setting.mode())) {
            return new ModeChange(setting.mode(), setting.on(), setting.argument());
        }
        NetEvent.Member named = NetEventReader.member(setting.argument());
        NetUser user = net.census.of(named.uid());
        Membership membership = user == null ? null : user.in(channel);
        if (membership == null || membership.joined() != named.joined()) {
            return null;
        }
        return new ModeChange(setting.mode(), setting.on(), user.user.nick());
    }

    private static boolean isLimit(String text) {
        return !text.isEmpty()
                && text.length() <= LIMIT_DIGITS_MAX
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
