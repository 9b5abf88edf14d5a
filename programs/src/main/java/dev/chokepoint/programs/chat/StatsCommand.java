package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.chat.guard.Ban;
import dev.chokepoint.programs.chat.guard.HostMask;
import dev.chokepoint.programs.chat.guard.Oper;
import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.Numeric;
import java.util.Comparator;
import java.util.List;

/** STATS (RFC 2812 section 3.4.4): u uptime, m commands, o operators, k bans, l connections and what each bound has refused. */
final class StatsCommand {
    private static final int MOST_CONNECTIONS = 50;
    private static final long SECOND = 1_000_000_000;

    private final Chat chat;
    private final Gate gate;
    private final Passwords passwords;

    private StatsCommand(Chat chat, Gate gate, Passwords passwords) {
        this.chat = chat;
        this.gate = gate;
        this.passwords = passwords;
    }

    static void addTo(Chat chat, Gate gate, Passwords passwords) {
        StatsCommand family = new StatsCommand(chat, gate, passwords);
        chat.commands().add("STATS", 0, family::stats);
    }

    private void stats(Client client, IrcLine line) {
        String query = line.paramCount() == 0 || line.param(0).isEmpty() ? "*" : line.param(0);
        boolean oper = client.user().has(User.OPERATOR);
        switch (query.charAt(0)) {
            case 'u' -> uptime(client);
            case 'm', 'M' -> commands(client);
            case 'o', 'O', 'k', 'K', 'd', 'D', 'l', 'L' -> {
                if (oper) {
                    forOpers(client, Character.toLowerCase(query.charAt(0)));
                } else {
                    chat.reply(client, Numeric.ERR_NOPRIVILEGES);
                }
            }
            default -> {}
        }
        chat.reply(client, Numeric.RPL_ENDOFSTATS, query.substring(0, 1));
    }

    /** What only operators may know. */
    private void forOpers(Client client, char query) {
        switch (query) {
            case 'o' -> gate.policy().opers().forEach(oper -> oper(client, oper));
            case 'l' -> connections(client);
            default -> gate.bans().inForce(chat.host().nanoTime()).forEach(ban -> ban(client, ban));
        }
    }

    private void uptime(Client client) {
        long seconds = chat.nowSeconds() - chat.startedSeconds();
        chat.reply(
                client,
                Numeric.RPL_STATSUPTIME,
                String.format(
                        "Server Up %d days %d:%02d:%02d",
                        seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60));
    }

    private void commands(Client client) {
        chat.commands()
                .eachUsed((name, count) -> chat.send(
                        client,
                        chat.write(client, Numeric.RPL_STATSCOMMANDS)
                                .param(name)
                                .param(count)));
    }

    private void oper(Client client, Oper oper) {
        for (HostMask mask : oper.from()) {
            chat.send(
                    client,
                    chat.write(client, Numeric.RPL_STATSOLINE)
                            .param("O")
                            .param(mask.toString())
                            .param("*")
                            .param(oper.name()));
        }
    }

    private void ban(Client client, Ban ban) {
        long left = (ban.endNanos() - chat.host().nanoTime()) / SECOND;
        String end = ban.endNanos() == Ban.NEVER ? "" : ", " + left + " s left";
        chat.reply(
                client,
                ban.target().letter() == 'K' ? Numeric.RPL_STATSKLINE : Numeric.RPL_STATSDLINE,
                "" + ban.target().letter(),
                ban.target().toString(),
                ban.reason() + " (by " + ban.setBy() + end + ")");
    }

    /** Those with the longest send queues first: they are what to look for. */
    private void connections(Client client) {
        List<Client> longest = chat.clients().stream()
                .sorted(Comparator.comparingLong((Client it) -> it.connection().unsentBytes())
                        .reversed())
                .limit(MOST_CONNECTIONS)
                .toList();
        for (Client each : longest) {
            String name = each.isRegistered() ? each.user().mask() : each.target() + "@" + each.host();
            chat.reply(
                    client,
                    Numeric.RPL_STATSLINKINFO,
                    name,
                    "SendQ " + each.connection().unsentBytes() + " B, RecvQ " + each.heldBytes() + " B, idle "
                            + each.idleSeconds() + " s");
        }
        gate.counts().forEach(count -> debug(client, count));
        debug(client, "passwords that were wrong: " + passwords.wrong());
        debug(client, "passwords that were not checked because too many checks were waiting: " + passwords.busy());
    }

    private void debug(Client client, String text) {
        chat.reply(client, Numeric.RPL_STATSDEBUG, text);
    }
}
