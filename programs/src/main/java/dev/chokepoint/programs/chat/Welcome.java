package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.Isupport;
import dev.chokepoint.programs.irc.Numeric;
import java.time.Instant;
import java.util.List;

/** What a client is told when it has registered (RFC 2812 section 5.1; modern.ircdocs.horse, "Connection Registration"). */
final class Welcome {
    private final Chat chat;
    private final List<String> supported;

    Welcome(Chat chat) {
        this.chat = chat;
        supported = isupport(chat.config(), chat.mapping().token()).lines();
    }

    private static Isupport isupport(ChatServerConfig config, String mapping) {
        ChatLimits limits = config.limits();
        return new Isupport()
                .put("AWAYLEN", "" + limits.reasonLength())
                .put("CASEMAPPING", mapping)
                .put("CHANLIMIT", "#:" + limits.channels())
                .put("CHANMODES", "beI,k,l,imnst")
                .put("CHANNELLEN", "" + limits.channelLength())
                .put("CHANTYPES", "#")
                .put("ELIST", ListCommand.CONDITIONS)
                .put("EXCEPTS", "e")
                .put("INVEX", "I")
                .put("KEYLEN", "" + limits.keyLength())
                .put("KICKLEN", "" + limits.reasonLength())
                .put("MAXLIST", "beI:" + limits.masks())
                .put("MODES", "" + limits.modes())
                .put("NETWORK", config.network())
                .put("NICKLEN", "" + limits.nickLength())
                .put("PREFIX", "(ov)@+")
                .put("STATUSMSG", "@+")
                .put("TARGMAX", targets(limits.targets()))
                .put("TOPICLEN", "" + limits.topicLength())
                .put("USERLEN", "" + limits.userLength())
                .put("UTF8ONLY", "")
                .put("WHOX", "");
    }

    private static String targets(int most) {
        return "JOIN:,KICK:" + most + ",NAMES:" + most + ",NOTICE:" + most + ",PART:,PRIVMSG:" + most + ",TAGMSG:"
                + most;
    }

    void greet(Client client) {
        String server = chat.self().name();
        chat.reply(
                client,
                Numeric.RPL_WELCOME,
                "Welcome to the " + chat.config().network() + " Network, "
                        + client.user().mask());
        chat.reply(client, Numeric.RPL_YOURHOST, "Your host is " + server + ", running version " + Chat.VERSION);
        chat.reply(
                client, Numeric.RPL_CREATED, "This server was created " + Instant.ofEpochSecond(chat.startedSeconds()));
        chat.send(
                client,
                chat.write(client, Numeric.RPL_MYINFO)
                        .param(server)
                        .param(Chat.VERSION)
                        .param("iosw")
                        .param("beIiklmnostv")
                        .param("beIklov"));
        support(client);
        chat.commands().runBare(client, "LUSERS");
        chat.commands().runBare(client, "MOTD");
    }

    /** What the server supports. */
    void support(Client client) {
        for (String tokens : supported) {
            chat.send(
                    client,
                    chat.write(client, Numeric.RPL_ISUPPORT).param(tokens).text(Isupport.TEXT));
        }
    }
}
