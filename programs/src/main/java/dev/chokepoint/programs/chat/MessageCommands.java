package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcNames;
import dev.chokepoint.programs.irc.Numeric;
import dev.chokepoint.programs.talk.TalkText;

/** PRIVMSG, NOTICE (RFC 2812 section 3.3) and TAGMSG (IRCv3 message-tags). */
final class MessageCommands {
    private final Chat chat;

    private MessageCommands(Chat chat) {
        this.chat = chat;
    }

    static void addTo(Chat chat) {
        MessageCommands family = new MessageCommands(chat);
        for (Message.Kind kind : Message.Kind.values()) {
            chat.commands().add(kind.name(), 0, (client, line) -> family.say(client, line, kind));
        }
    }

    private void say(Client client, IrcLine line, Message.Kind kind) {
        if (kind == Message.Kind.TAGMSG && !client.has(Cap.MESSAGE_TAGS)) {
            chat.reply(client, Numeric.ERR_UNKNOWNCOMMAND, kind.name());
            return;
        }
        if (line.paramCount() == 0 || line.paramTo(0) == line.paramFrom(0)) {
            complain(client, kind, Numeric.ERR_NORECIPIENT, "No recipient given (" + kind + ")");
            return;
        }
        boolean empty = line.paramCount() < 2 || line.paramTo(1) == line.paramFrom(1);
        if (kind != Message.Kind.TAGMSG && empty) {
            complain(client, kind, Numeric.ERR_NOTEXTTOSEND);
            return;
        }
        client.spoke();
        String targets = line.param(0);
        if (targets.indexOf(',') < 0) {
            say(client, targets, message(client, line, kind));
        } else {
            sayToMany(client, line, kind, targets.split(",", -1));
        }
    }

    private void sayToMany(Client client, IrcLine line, Message.Kind kind, String[] targets) {
        if (targets.length > chat.config().limits().targets()) {
            complain(client, kind, Numeric.ERR_TOOMANYTARGETS, targets[targets.length - 1]);
            return;
        }
        for (String target : targets) {
            if (!target.isEmpty()) {
                say(client, target, message(client, line, kind));
            }
        }
    }

    private Message message(Client client, IrcLine line, Message.Kind kind) {
        String text = kind == Message.Kind.TAGMSG ? "" : line.param(1);
        String tags = line.hasTags() && client.has(Cap.MESSAGE_TAGS) ? clientOnly(line.tags()) : "";
        long number = TalkText.NONE;
        if (chat.config().numbered() && kind == Message.Kind.PRIVMSG) {
            number = TalkText.number(line.buffer(), line.paramFrom(1), line.paramTo(1));
        }
        return new Message(kind, text, tags, chat.newId(), chat.nowMillis(), number);
    }

    /** Those that begin with {@code +}; the others are between client and server. */
    private static String clientOnly(String tags) {
        StringBuilder kept = new StringBuilder();
        for (String tag : tags.split(";", -1)) {
            if (tag.startsWith("+") && tag.length() > 1) {
                kept.append(kept.isEmpty() ? "" : ";").append(tag);
            }
        }
        return kept.toString();
    }

    private void say(Client client, String target, Message message) {
        String sign = target.startsWith("@#") || target.startsWith("+#") ? target.substring(0, 1) : "";
        if (!sign.isEmpty() || IrcNames.looksLikeChannel(target)) {
            sayToChannel(client, target.substring(sign.length()), sign, message);
        } else {
            sayToUser(client, target, message);
        }
    }

    private void sayToChannel(Client client, String name, String sign, Message message) {
        Channel channel = chat.channel(name).orElse(null);
        if (channel == null) {
            complain(client, message.kind(), Numeric.ERR_NOSUCHCHANNEL, name);
        } else if (!maySpeak(client.user(), channel)) {
            complain(client, message.kind(), Numeric.ERR_CANNOTSENDTOCHAN, channel.name());
        } else {
            chat.speech().toChannel(client.user(), channel, sign, message);
        }
    }

    private static boolean maySpeak(User user, Channel channel) {
        Member member = channel.memberOrNull(user);
        if (member != null && member.ranks() != 0) {
            return true;
        }
        boolean outside = member == null && channel.has(ChannelFlag.NO_OUTSIDE);
        return !outside && !channel.has(ChannelFlag.MODERATED) && !channel.bans(user);
    }

    private void sayToUser(Client client, String nick, Message message) {
        User user = chat.user(nick).orElse(null);
        if (user == null) {
            complain(client, message.kind(), Numeric.ERR_NOSUCHNICK, nick);
            return;
        }
        if (message.kind() == Message.Kind.PRIVMSG && user.away().isPresent()) {
            chat.reply(client, Numeric.RPL_AWAY, user.nick(), user.away().get());
        }
        chat.speech().toUser(client.user(), user, message);
    }

    /** Notices are never answered (RFC 2812 section 3.3.2). */
    private void complain(Client client, Message.Kind kind, Numeric numeric, String... params) {
        if (kind != Message.Kind.NOTICE) {
            chat.reply(client, numeric, params);
        }
    }
}
