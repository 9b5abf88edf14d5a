package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcNames;
import dev.chokepoint.programs.irc.Numeric;

/** JOIN and PART (RFC 2812 sections 3.2.1 and 3.2.2). */
final class ChannelCommands {
    private final Chat chat;
    private final Names names;

    private ChannelCommands(Chat chat, Names names) {
        this.chat = chat;
        this.names = names;
    }

    static void addTo(Chat chat) {
        ChannelCommands family = new ChannelCommands(chat, new Names(chat));
        chat.commands().add("JOIN", 1, family::join);
        chat.commands().add("PART", 1, family::part);
    }

    private void join(Client client, IrcLine line) {
        String list = line.param(0);
        if (list.equals("0")) {
            partAll(client.user());
            return;
        }
        String[] keys = line.paramCount() > 1 ? line.param(1).split(",", -1) : new String[0];
        int index = 0;
        for (String name : list.split(",", -1)) {
            if (!name.isEmpty()) {
                join(client, name, index < keys.length ? keys[index] : "");
            }
            index++;
        }
    }

    private void partAll(User user) {
        while (!user.memberships().isEmpty()) {
            chat.membership().part(user.memberships().getFirst(), "");
        }
    }

    private void join(Client client, String name, String key) {
        ChatLimits limits = chat.config().limits();
        if (!IrcNames.isChannel(name, limits.channelLength())) {
            chat.reply(
                    client,
                    IrcNames.looksLikeChannel(name) ? Numeric.ERR_BADCHANMASK : Numeric.ERR_NOSUCHCHANNEL,
                    name);
            return;
        }
        Channel channel = chat.channel(name).orElse(null);
        if (channel != null && channel.memberOrNull(client.user()) != null) {
            return;
        }
        if (client.user().memberships().size() >= limits.channels()) {
            chat.reply(client, Numeric.ERR_TOOMANYCHANNELS, name);
            return;
        }
        Numeric refusal = channel == null ? null : refusal(channel, client.user(), key);
        if (refusal != null) {
            chat.reply(client, refusal, channel.name());
        } else {
            enter(client, name, channel);
        }
    }

    /** Why a user may not join, or null. An invitation opens whatever is closed. */
    private static Numeric refusal(Channel channel, User user, String key) {
        if (user.isInvitedTo(channel)) {
            return null;
        }
        if (channel.limit() > 0 && channel.size() >= channel.limit()) {
            return Numeric.ERR_CHANNELISFULL;
        }
        if (!channel.key().isEmpty() && !channel.key().equals(key)) {
            return Numeric.ERR_BADCHANNELKEY;
        }
        if (channel.has(ChannelFlag.INVITE_ONLY) && !channel.list('I').fits(user)) {
            return Numeric.ERR_INVITEONLYCHAN;
        }
        return channel.bans(user) ? Numeric.ERR_BANNEDFROMCHAN : null;
    }

    /** Who begins a channel rules it. */
    private void enter(Client client, String name, Channel known) {
        Channel channel = known == null ? chat.membership().open(name, chat.nowSeconds()) : known;
        chat.membership().join(client.user(), channel, known == null ? Member.OPERATOR : 0);
        if (known == null) {
            channel.set(ChannelFlag.NO_OUTSIDE, true);
            channel.set(ChannelFlag.TOPIC_BY_OPERATORS, true);
        }
        channel.topic().ifPresent(topic -> TopicReplies.tell(chat, client, channel, topic));
        names.tell(client, channel);
    }

    private void part(Client client, IrcLine line) {
        String reason = line.paramCount() > 1 ? line.param(1) : "";
        for (String name : line.param(0).split(",", -1)) {
            Channel channel = chat.channel(name).orElse(null);
            Member member = channel == null ? null : channel.memberOrNull(client.user());
            if (name.isEmpty()) {
                continue;
            }
            if (channel == null) {
                chat.reply(client, Numeric.ERR_NOSUCHCHANNEL, name);
            } else if (member == null) {
                chat.reply(client, Numeric.ERR_NOTONCHANNEL, channel.name());
            } else {
                chat.membership()
                        .part(member, Texts.cut(reason, chat.config().limits().reasonLength()));
            }
        }
    }
}
