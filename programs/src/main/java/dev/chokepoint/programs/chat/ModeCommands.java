package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcNames;
import dev.chokepoint.programs.irc.Numeric;

/** MODE of channels (RFC 2812 section 3.2.3); that of users is theirs. */
final class ModeCommands {
    private final Chat chat;
    private final UserCommands users;

    private ModeCommands(Chat chat, UserCommands users) {
        this.chat = chat;
        this.users = users;
    }

    static void addTo(Chat chat, UserCommands users) {
        ModeCommands family = new ModeCommands(chat, users);
        chat.commands().add("MODE", 1, family::mode);
    }

    private void mode(Client client, IrcLine line) {
        String target = line.param(0);
        if (!IrcNames.looksLikeChannel(target)) {
            users.mode(client, line);
            return;
        }
        Channel channel = chat.channel(target).orElse(null);
        if (channel == null) {
            chat.reply(client, Numeric.ERR_NOSUCHCHANNEL, target);
        } else if (line.paramCount() == 1) {
            tell(client, channel);
        } else {
            new ModeRequest(chat, client, channel, line).carryOut();
        }
    }

    private void tell(Client client, Channel channel) {
        boolean inside = channel.memberOrNull(client.user()) != null;
        chat.send(
                client,
                chat.write(client, Numeric.RPL_CHANNELMODEIS)
                        .param(channel.name())
                        .param(chat.modes().describe(channel, inside)));
        chat.send(
                client,
                chat.write(client, Numeric.RPL_CREATIONTIME)
                        .param(channel.name())
                        .param(channel.createdSeconds()));
    }
}
