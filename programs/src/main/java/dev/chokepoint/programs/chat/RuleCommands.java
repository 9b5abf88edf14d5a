package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.Numeric;

/** TOPIC, KICK and INVITE (RFC 2812 sections 3.2.4, 3.2.7 and 3.2.8). */
final class RuleCommands {
    private final Chat chat;

    private RuleCommands(Chat chat) {
        this.chat = chat;
    }

    static void addTo(Chat chat) {
        RuleCommands family = new RuleCommands(chat);
        chat.commands().add("TOPIC", 1, family::topic);
        chat.commands().add("KICK", 2, family::kick);
        chat.commands().add("INVITE", 0, family::invite);
    }

    /** The client's membership of a channel; null when it is in no such channel, which it is told. */
    private Member member(Client client, String name) {
        Channel channel = chat.channel(name).orElse(null);
        if (channel == null) {
            chat.reply(client, Numeric.ERR_NOSUCHCHANNEL, name);
            return null;
        }
        Member member = channel.memberOrNull(client.user());
        if (member == null) {
            chat.reply(client, Numeric.ERR_NOTONCHANNEL, channel.name());
        }
        return member;
    }

    private void topic(Client client, IrcLine line) {
        if (line.paramCount() == 1) {
            tellTopic(client, line.param(0));
            return;
        }
        Member member = member(client, line.param(0));
        if (member == null) {
            return;
        }
        Channel channel = member.channel();
        if (channel.has(ChannelFlag.TOPIC_BY_OPERATORS) && !member.isOperator()) {
            chat.reply(client, Numeric.ERR_CHANOPRIVSNEEDED, channel.name());
            return;
        }
        String text = Texts.cut(line.param(1), chat.config().limits().topicLength());
        chat.membership()
                .topic(client.user(), channel, new Topic(text, client.user().mask(), chat.nowSeconds()));
    }

    /** A secret channel is none to those outside. */
    private void tellTopic(Client client, String name) {
        Channel channel = chat.channel(name).orElse(null);
        if (channel == null) {
            chat.reply(client, Numeric.ERR_NOSUCHCHANNEL, name);
        } else if (channel.has(ChannelFlag.SECRET) && channel.memberOrNull(client.user()) == null) {
            chat.reply(client, Numeric.ERR_NOTONCHANNEL, channel.name());
        } else if (channel.topic().isEmpty()) {
            chat.reply(client, Numeric.RPL_NOTOPIC, channel.name());
        } else {
            TopicReplies.tell(chat, client, channel, channel.topic().get());
        }
    }

    private void kick(Client client, IrcLine line) {
        String[] channels = line.param(0).split(",", -1);
        String[] nicks = line.param(1).split(",", -1);
        String reason = line.paramCount() > 2 && line.paramTo(2) > line.paramFrom(2)
                ? line.param(2)
                : client.user().nick();
        if (channels.length != 1 && channels.length != nicks.length) {
            chat.reply(client, Numeric.ERR_NEEDMOREPARAMS, "KICK");
            return;
        }
        for (int i = 0; i < nicks.length && i < chat.config().limits().targets(); i++) {
            kick(client, channels.length == 1 ? channels[0] : channels[i], nicks[i], reason);
        }
    }

    private void kick(Client client, String name, String nick, String reason) {
        Member kicker = member(client, name);
        if (kicker == null) {
            return;
        }
        Channel channel = kicker.channel();
        User user = chat.user(nick).orElse(null);
        Member kicked = user == null ? null : channel.memberOrNull(user);
        if (!kicker.isOperator()) {
            chat.reply(client, Numeric.ERR_CHANOPRIVSNEEDED, channel.name());
        } else if (user == null) {
            chat.reply(client, Numeric.ERR_NOSUCHNICK, nick);
        } else if (kicked == null) {
            chat.reply(client, Numeric.ERR_USERNOTINCHANNEL, user.nick(), channel.name());
        } else {
            chat.membership()
                    .kick(
                            client.user(),
                            kicked,
                            Texts.cut(reason, chat.config().limits().reasonLength()));
        }
    }

    private void invite(Client client, IrcLine line) {
        if (line.paramCount() == 0) {
            tellInvitations(client);
        } else if (line.paramCount() == 1) {
            chat.reply(client, Numeric.ERR_NEEDMOREPARAMS, "INVITE");
        } else {
            invite(client, line.param(0), line.param(1));
        }
    }

    private void tellInvitations(Client client) {
        for (Channel channel : client.user().invitations()) {
            if (channel.size() > 0) {
                chat.reply(client, Numeric.RPL_INVITELIST, channel.name());
            }
        }
        chat.reply(client, Numeric.RPL_ENDOFINVITELIST);
    }

    private void invite(Client client, String nick, String name) {
        User user = chat.user(nick).orElse(null);
        if (user == null) {
            chat.reply(client, Numeric.ERR_NOSUCHNICK, nick);
            return;
        }
        Member member = member(client, name);
        if (member == null) {
            return;
        }
        Channel channel = member.channel();
        if (channel.memberOrNull(user) != null) {
            chat.reply(client, Numeric.ERR_USERONCHANNEL, user.nick(), channel.name());
        } else if (channel.has(ChannelFlag.INVITE_ONLY) && !member.isOperator()) {
            chat.reply(client, Numeric.ERR_CHANOPRIVSNEEDED, channel.name());
        } else {
            chat.reply(client, Numeric.RPL_INVITING, user.nick(), channel.name());
            user.away().ifPresent(why -> chat.reply(client, Numeric.RPL_AWAY, user.nick(), why));
            chat.membership().invite(client.user(), channel, user);
        }
    }
}
