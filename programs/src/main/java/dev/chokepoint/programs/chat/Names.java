package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcWriter;
import dev.chokepoint.programs.irc.Numeric;

/** NAMES: who is in a channel (RFC 2812 section 3.2.5), also told to whoever joins. */
final class Names {
    private final Chat chat;

    Names(Chat chat) {
        this.chat = chat;
    }

    static void addTo(Chat chat) {
        Names family = new Names(chat);
        chat.commands().add("NAMES", 0, family::names);
    }

    private void names(Client client, IrcLine line) {
        if (line.paramCount() == 0) {
            chat.reply(client, Numeric.RPL_ENDOFNAMES, "*");
            return;
        }
        int left = chat.config().limits().targets();
        for (String name : line.param(0).split(",", -1)) {
            if (left-- <= 0) {
                return;
            }
            Channel channel = chat.channel(name).orElse(null);
            if (channel == null || !isSeen(channel, client)) {
                chat.reply(client, Numeric.RPL_ENDOFNAMES, name);
            } else {
                tell(client, channel);
            }
        }
    }

    private static boolean isSeen(Channel channel, Client client) {
        return !channel.has(ChannelFlag.SECRET) || channel.memberOrNull(client.user()) != null;
    }

    /** As many lines as it takes; the invisible are for members only. */
    void tell(Client client, Channel channel) {
        boolean inside = channel.memberOrNull(client.user()) != null;
        boolean all = client.has(Cap.MULTI_PREFIX);
        String symbol = channel.has(ChannelFlag.SECRET) ? "@" : "=";
        IrcWriter line = null;
        for (int i = 0; i < channel.size(); i++) {
            Member member = channel.member(i);
            String nick = member.user().nick();
            if (line != null && line.roomBytes() < nick.length() + 3) {
                chat.send(client, line);
                line = null;
            }
            if (inside || !member.user().has(User.INVISIBLE)) {
                line = line == null
                        ? chat.write(client, Numeric.RPL_NAMREPLY)
                                .param(symbol)
                                .param(channel.name())
                                .text("")
                        : line.append(" ");
                line.append(member.signs(all)).append(nick);
            }
        }
        if (line != null) {
            chat.send(client, line);
        }
        chat.reply(client, Numeric.RPL_ENDOFNAMES, channel.name());
    }
}
