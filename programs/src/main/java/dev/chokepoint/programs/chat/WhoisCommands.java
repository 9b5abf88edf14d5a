package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcWriter;
import dev.chokepoint.programs.irc.Numeric;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** WHOIS and WHOWAS (RFC 2812 sections 3.6.2 and 3.6.3). */
final class WhoisCommands {
    private final Chat chat;

    private WhoisCommands(Chat chat) {
        this.chat = chat;
    }

    static void addTo(Chat chat) {
        WhoisCommands family = new WhoisCommands(chat);
        chat.commands().add("WHOIS", 0, family::whois);
        chat.commands().add("WHOWAS", 0, family::whowas);
    }

    // ---- WHOIS

    private void whois(Client client, IrcLine line) {
        String names = line.paramCount() == 0 ? "" : line.param(Math.min(1, line.paramCount() - 1));
        if (names.isEmpty()) {
            chat.reply(client, Numeric.ERR_NONICKNAMEGIVEN);
            return;
        }
        if (line.paramCount() > 1 && !isServer(line.param(0))) {
            chat.reply(client, Numeric.ERR_NOSUCHSERVER, line.param(0));
            return;
        }
        String[] nicks = names.split(",", -1);
        for (int i = 0; i < Math.min(nicks.length, chat.config().limits().targets()); i++) {
            Optional<User> user = chat.user(nicks[i]);
            if (user.isPresent()) {
                tell(client, user.get());
            } else {
                chat.reply(client, Numeric.ERR_NOSUCHNICK, nicks[i]);
            }
        }
        chat.reply(client, Numeric.RPL_ENDOFWHOIS, names);
    }

    /** A server may be named by itself, or by the nickname of one of its users. */
    private boolean isServer(String name) {
        return chat.user(name).isPresent() || chat.servers().containsKey(name);
    }

    private void tell(Client client, User user) {
        User viewer = client.user();
        String nick = user.nick();
        chat.send(
                client,
                chat.write(client, Numeric.RPL_WHOISUSER)
                        .param(nick)
                        .param(user.userName())
                        .param(user.host())
                        .param("*")
                        .text(user.realName()));
        channels(client, user);
        chat.reply(
                client,
                Numeric.RPL_WHOISSERVER,
                nick,
                user.server().name(),
                user.server().description());
        if (user.has(User.OPERATOR)) {
            chat.reply(client, Numeric.RPL_WHOISOPERATOR, nick);
        }
        user.away().ifPresent(reason -> chat.reply(client, Numeric.RPL_AWAY, nick, reason));
        if (!user.account().isEmpty()) {
            chat.reply(client, Numeric.RPL_WHOISACCOUNT, nick, user.account());
        }
        if (user == viewer || viewer.has(User.OPERATOR)) {
            chat.reply(client, Numeric.RPL_WHOISMODES, nick, "is using modes " + UserCommands.modes(user));
        }
        if (user.isLocal()) {
            chat.reply(
                    client, Numeric.RPL_WHOISIDLE, nick, "" + user.client().idleSeconds(), "" + user.signonSeconds());
        }
    }

    /** Those that the asker may know of, with the signs of who is in them. */
    private void channels(Client client, User user) {
        IrcWriter line = null;
        for (Member member : user.memberships()) {
            Channel channel = member.channel();
            if (!isShown(client.user(), user, channel)) {
                continue;
            }
            if (line != null && line.roomBytes() < channel.name().length() * 3 + 4) {
                chat.send(client, line);
                line = null;
            }
            line = line == null
                    ? chat.write(client, Numeric.RPL_WHOISCHANNELS)
                            .param(user.nick())
                            .text("")
                    : line.append(" ");
            line.append(member.signs(client.has(Cap.MULTI_PREFIX))).append(channel.name());
        }
        if (line != null) {
            chat.send(client, line);
        }
    }

    private static boolean isShown(User viewer, User user, Channel channel) {
        return viewer == user
                || channel.memberOrNull(viewer) != null
                || !channel.has(ChannelFlag.SECRET) && !user.has(User.INVISIBLE);
    }

    // ---- WHOWAS

    private void whowas(Client client, IrcLine line) {
        if (line.paramCount() == 0 || line.param(0).isEmpty()) {
            chat.reply(client, Numeric.ERR_NONICKNAMEGIVEN);
            return;
        }
        int most = line.paramCount() > 1 ? most(line.param(1)) : Integer.MAX_VALUE;
        String names = line.param(0);
        String[] nicks = names.split(",", -1);
        for (int i = 0; i < Math.min(nicks.length, chat.config().limits().targets()); i++) {
            List<WhoWas.Entry> entries = chat.whoWas().find(nicks[i], chat.mapping());
            if (entries.isEmpty()) {
                chat.reply(client, Numeric.ERR_WASNOSUCHNICK, nicks[i]);
            }
            entries.stream().limit(most).forEach(entry -> tell(client, entry));
        }
        chat.reply(client, Numeric.RPL_ENDOFWHOWAS, names);
    }

    /** Not a positive number means all (RFC 2812 section 3.6.3). */
    private static int most(String text) {
        int most = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
        return most > 0 ? most : Integer.MAX_VALUE;
    }

    private void tell(Client client, WhoWas.Entry entry) {
        chat.send(
                client,
                chat.write(client, Numeric.RPL_WHOWASUSER)
                        .param(entry.nick())
                        .param(entry.userName())
                        .param(entry.host())
                        .param("*")
                        .text(entry.realName()));
        chat.reply(
                client,
                Numeric.RPL_WHOISSERVER,
                entry.nick(),
                entry.server(),
                Instant.ofEpochSecond(entry.untilSeconds()).toString());
    }
}
