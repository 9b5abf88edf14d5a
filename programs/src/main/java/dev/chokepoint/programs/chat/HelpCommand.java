package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.Numeric;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** HELP: which commands there are, and what each wants (modern.ircdocs.horse, "HELP message"). */
final class HelpCommand {
    private static final String INDEX = "index";
    private static final int TOPICS_A_LINE = 10;

    private final Map<String, String> topics = new LinkedHashMap<>();
    private final Chat chat;

    private HelpCommand(Chat chat) {
        this.chat = chat;
        channels();
        people();
        server();
        opers();
    }

    static void addTo(Chat chat) {
        HelpCommand family = new HelpCommand(chat);
        chat.commands().add("HELP", 0, family::help);
    }

    private void channels() {
        topic("JOIN", "<channel>{,<channel>} [<key>{,<key>}]: enters channels; JOIN 0 leaves all");
        topic("PART", "<channel>{,<channel>} [<reason>]: leaves channels");
        topic("TOPIC", "<channel> [<topic>]: tells or sets what a channel is about");
        topic("NAMES", "<channel>{,<channel>}: who is in a channel");
        topic(
                "LIST",
                "[<channel>{,<channel>}] [<condition>{,<condition>}]: channels; conditions such as >5 users, *mask*,"
                        + " T<60");
        topic("INVITE", "<nick> <channel>: asks somebody in");
        topic("KICK", "<channel> <nick>{,<nick>} [<reason>]: throws somebody out");
        topic(
                "MODE",
                "<channel> [<modes> {<parameter>}]: modes of a channel (beI k l imnst ov); MODE <nick> [<modes>]: your"
                        + " own (i o s w)");
    }

    private void people() {
        topic("PRIVMSG", "<target>{,<target>} <text>: says something to a channel or somebody");
        topic("NOTICE", "<target>{,<target>} <text>: the same, never to be answered by a program");
        topic("TAGMSG", "<target>{,<target>}: sends tags alone");
        topic("NICK", "<nick>: another nickname");
        topic("AWAY", "[<reason>]: away, or back without a reason");
        topic("WHO", "<mask> [o] [%<fields>]: who is there");
        topic("WHOIS", "[<server>] <nick>{,<nick>}: all about somebody");
        topic("WHOWAS", "<nick>{,<nick>} [<count>]: who somebody was");
        topic("USERHOST", "<nick>{ <nick>}: where they come from");
        topic("ISON", "<nick>{ <nick>}: which of them are there");
        topic("QUIT", "[<reason>]: goodbye");
    }

    private void server() {
        topic("MOTD", "[<server>]: the message of the day");
        topic("LUSERS", ": how many are there");
        topic("VERSION", "[<server>]: what runs here, and what it supports");
        topic("TIME", "[<server>]: the server's time");
        topic("INFO", "[<server>]: about the server");
        topic("LINKS", "[<mask>]: the network's servers");
        topic("STATS", "<u|m|o|k|l>: uptime, commands; for operators: operators, bans, connections and refusals");
        topic("HELP", "[<topic>]: this");
        topic("PING", "<token>: is answered by PONG");
    }

    private void opers() {
        topic("OPER", "<name> <password>: makes you an operator");
        topic("KILL", "<nick> <reason>: operators: throws somebody out of the network");
        topic("WALLOPS", "<text>: operators: to all with mode w");
        topic("REHASH", ": operators: reads the configuration again");
        topic("KLINE", "[<minutes>] <user@host> <reason>: operators: keeps users out");
        topic("UNKLINE", "<user@host>: operators: lifts a K-line");
        topic("DLINE", "[<minutes>] <address[/bits]> <reason>: operators: keeps addresses out");
        topic("UNDLINE", "<address[/bits]>: operators: lifts a D-line");
    }

    private void topic(String name, String text) {
        topics.put(name, text);
    }

    private void help(Client client, IrcLine line) {
        String asked = line.paramCount() == 0 ? "" : line.param(0);
        String name = asked.toUpperCase(Locale.ROOT);
        if (asked.isEmpty() || asked.equalsIgnoreCase(INDEX)) {
            index(client);
        } else if (topics.containsKey(name)) {
            chat.reply(client, Numeric.RPL_HELPSTART, name, "** " + name + " **");
            chat.reply(client, Numeric.RPL_HELPTXT, name, name + " " + topics.get(name));
            chat.reply(client, Numeric.RPL_ENDOFHELP, name, "End of HELP");
        } else {
            chat.reply(client, Numeric.ERR_HELPNOTFOUND, asked);
        }
    }

    private void index(Client client) {
        chat.reply(client, Numeric.RPL_HELPSTART, INDEX, "** Commands; HELP <command> says more **");
        String[] names = topics.keySet().toArray(String[]::new);
        for (int from = 0; from < names.length; from += TOPICS_A_LINE) {
            int to = Math.min(names.length, from + TOPICS_A_LINE);
            String some = String.join(" ", Arrays.copyOfRange(names, from, to));
            chat.reply(client, Numeric.RPL_HELPTXT, INDEX, some);
        }
        chat.reply(client, Numeric.RPL_ENDOFHELP, INDEX, "End of HELP");
    }
}
