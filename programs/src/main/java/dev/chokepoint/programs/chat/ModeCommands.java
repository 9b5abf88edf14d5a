package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcNames;
import dev.chokepoint.programs.irc.Numeric;

/** MODE of channels and of oneself (RFC 2812 sections 3.1.5 and 3.2.3). */
final class ModeCommands {
    private final Chat chat;

    private ModeCommands(Chat chat) {
        this.chat = chat;
    }

    static void addTo(Chat chat) {
        ModeCommands family = new ModeCommands(chat);
        chat.commands().add("MODE", 1, family::mode);
    }

    private void mode(Client client, IrcLine line) {
        String target = line.param(0);
        if (!IrcNames.looksLikeChannel(target)) {
            ownMode(client, target, line);
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
                chat.write(client, Numeric.RPL_CREATIONTIME).param(channel.name()).param(channel.createdSeconds()));
    }

    private void ownMode(Client client, String target, IrcLine line) {
        User user = client.user();
        User other = chat.user(target).orElse(null);
        if (other == null) {
            chat.reply(client, Numeric.ERR_NOSUCHNICK, target);
        } else if (!other.equals(user)) {
            chat.reply(client, Numeric.ERR_USERSDONTMATCH);
        } else if (line.paramCount() == 1) {
            chat.reply(client, Numeric.RPL_UMODEIS, UserModes.letters(user.modes()));
        } else {
            changeOwn(client, line.param(1));
        }
    }

    /** Nobody makes themselves an operator; anybody may stop being one. */
    private void changeOwn(Client client, String letters) {
        int modes = client.user().modes();
        boolean on = true;
        boolean unknown = false;
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            int bit = UserModes.bit(c);
            if (c == '+' || c == '-') {
                on = c == '+';
            } else if (bit == 0) {
                unknown = true;
            } else if (!on) {
                modes &= ~bit;
            } else if (bit != User.OPERATOR) {
                modes |= bit;
            }
        }
        chat.presence().setModes(client.user(), modes);
        if (unknown) {
            chat.reply(client, Numeric.ERR_UMODEUNKNOWNFLAG);
        }
    }
}
