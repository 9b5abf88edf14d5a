package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.Mask;
import dev.chokepoint.programs.irc.Numeric;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What a server says of itself and its network: MOTD, LUSERS, VERSION, TIME, INFO and LINKS (RFC 2812 section 3.4). */
final class ServerCommands {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEEE MMMM d uuuu -- HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final List<String> INFO = List.of(
            "Chokepoint finds where a client-server system breaks.",
            "This is its chat server: one program, the same over real sockets and in the simulator.");

    private final Chat chat;
    private final Gate gate;
    private final Welcome welcome;
    private int mostLocal;
    private int mostGlobal;

    private ServerCommands(Chat chat, Gate gate, Welcome welcome) {
        this.chat = chat;
        this.gate = gate;
        this.welcome = welcome;
    }

    static void addTo(Chat chat, Gate gate, Welcome welcome) {
        ServerCommands family = new ServerCommands(chat, gate, welcome);
        family.add("MOTD", 0, family::motd);
        family.add("LUSERS", 1, family::lusers);
        family.add("VERSION", 0, family::version);
        family.add("TIME", 0, family::time);
        family.add("INFO", 0, family::info);
        chat.commands().add("LINKS", 0, family::links);
    }

    /** A command that may name the server to ask, which is answered for this one only. */
    private void add(String name, int serverAt, Command command) {
        chat.commands().add(name, 0, (client, line) -> {
            if (line.paramCount() > serverAt && !isThis(line.param(serverAt))) {
                chat.reply(client, Numeric.ERR_NOSUCHSERVER, line.param(serverAt));
            } else {
                command.run(client, line);
            }
        });
    }

    private boolean isThis(String mask) {
        return Mask.matches(mask, chat.self().name(), chat.mapping())
                || chat.user(mask).filter(User::isLocal).isPresent();
    }

    private void motd(Client client, IrcLine line) {
        List<String> lines = gate.config().motd();
        if (lines.isEmpty()) {
            chat.reply(client, Numeric.ERR_NOMOTD);
            return;
        }
        chat.reply(client, Numeric.RPL_MOTDSTART, "- " + chat.self().name() + " Message of the day - ");
        for (String text : lines) {
            chat.reply(client, Numeric.RPL_MOTD, "- " + text);
        }
        chat.reply(client, Numeric.RPL_ENDOFMOTD);
    }

    private void lusers(Client client, IrcLine line) {
        int invisible = 0;
        int opers = 0;
        for (User user : chat.users()) {
            invisible += user.has(User.INVISIBLE) ? 1 : 0;
            opers += user.has(User.OPERATOR) ? 1 : 0;
        }
        int all = chat.users().size();
        int local = chat.self().users();
        int servers = chat.servers().size();
        mostLocal = Math.max(mostLocal, local);
        mostGlobal = Math.max(mostGlobal, all);
        chat.reply(
                client,
                Numeric.RPL_LUSERCLIENT,
                "There are " + (all - invisible) + " users and " + invisible + " invisible on " + servers + " servers");
        some(client, Numeric.RPL_LUSEROP, opers);
        some(client, Numeric.RPL_LUSERUNKNOWN, chat.clients().size() - local);
        some(client, Numeric.RPL_LUSERCHANNELS, chat.channels().size());
        chat.reply(client, Numeric.RPL_LUSERME, "I have " + local + " clients and " + (servers - 1) + " servers");
        users(client, Numeric.RPL_LOCALUSERS, "local", local, mostLocal);
        users(client, Numeric.RPL_GLOBALUSERS, "global", all, mostGlobal);
    }

    /** Said only when there are any (RFC 2812 section 5.1). */
    private void some(Client client, Numeric numeric, int count) {
        if (count > 0) {
            chat.reply(client, numeric, "" + count);
        }
    }

    private void users(Client client, Numeric numeric, String where, int now, int most) {
        chat.reply(client, numeric, "" + now, "" + most, "Current " + where + " users " + now + ", max " + most);
    }

    private void version(Client client, IrcLine line) {
        chat.reply(
                client,
                Numeric.RPL_VERSION,
                Chat.VERSION,
                chat.self().name(),
                chat.self().description());
        welcome.support(client);
    }

    private void time(Client client, IrcLine line) {
        String now = TIME.format(Instant.ofEpochSecond(chat.nowSeconds()));
        chat.reply(client, Numeric.RPL_TIME, chat.self().name(), now);
    }

    private void info(Client client, IrcLine line) {
        for (String text : INFO) {
            chat.reply(client, Numeric.RPL_INFO, text);
        }
        chat.reply(client, Numeric.RPL_INFO, "Version " + Chat.VERSION);
        chat.reply(
                client, Numeric.RPL_INFO, "On-line since " + TIME.format(Instant.ofEpochSecond(chat.startedSeconds())));
        chat.reply(client, Numeric.RPL_ENDOFINFO);
    }

    private void links(Client client, IrcLine line) {
        String mask = line.paramCount() == 0 ? "*" : line.param(line.paramCount() - 1);
        for (Server server : chat.servers().values()) {
            if (Mask.matches(mask, server.name(), chat.mapping())) {
                chat.reply(
                        client,
                        Numeric.RPL_LINKS,
                        server.name(),
                        chat.self().name(),
                        server.hops() + " " + server.description());
            }
        }
        chat.reply(client, Numeric.RPL_ENDOFLINKS, mask);
    }
}
