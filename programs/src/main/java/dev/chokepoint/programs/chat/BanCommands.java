package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.chat.guard.AddressRange;
import dev.chokepoint.programs.chat.guard.Ban;
import dev.chokepoint.programs.chat.guard.HostMask;
import dev.chokepoint.programs.irc.IrcLine;
import java.util.function.Function;

/**
 * KLINE and DLINE, which keep people out for some minutes or until the server ends, and UNKLINE and UNDLINE. In no RFC; the form is that of
 * ircd-hybrid: {@code KLINE [minutes] user@host :reason}.
 */
final class BanCommands {
    private static final long MINUTE = 60_000_000_000L;
    private static final int MOST_MINUTES = 60 * 24 * 366;

    private final Chat chat;
    private final Gate gate;
    private final Notices notices;

    private BanCommands(Chat chat, Gate gate, Notices notices) {
        this.chat = chat;
        this.gate = gate;
        this.notices = notices;
    }

    static void addTo(Chat chat, Gate gate, Notices notices) {
        BanCommands family = new BanCommands(chat, gate, notices);
        family.add("KLINE", "UNKLINE", text -> new Ban.Users(HostMask.parse(text)));
        family.add("DLINE", "UNDLINE", text -> new Ban.Addresses(AddressRange.parse(text)));
    }

    private void add(String set, String lift, Function<String, Ban.Target> parse) {
        Command setter = (client, line) -> set(client, line, set, parse);
        chat.commands().add(set, 1, OperCommands.forOpers(chat, setter));
        Command lifter = (client, line) -> lift(client, line, parse);
        chat.commands().add(lift, 1, OperCommands.forOpers(chat, lifter));
    }

    private void set(Client client, IrcLine line, String command, Function<String, Ban.Target> parse) {
        boolean timed = line.param(0).matches("[0-9]{1,9}") && line.paramCount() > 1;
        int at = timed ? 1 : 0;
        long minutes = timed ? Math.min(MOST_MINUTES, Long.parseLong(line.param(0))) : 0;
        String reason = line.paramCount() > at + 1 ? line.param(at + 1) : "No reason";
        try {
            Ban.Target target = parse.apply(line.param(at));
            if (target.hitsAll()) {
                complain(client, command + ": " + target + " hits everybody");
            } else {
                set(
                        client,
                        target,
                        minutes,
                        Texts.cut(reason, chat.config().limits().reasonLength()));
            }
        } catch (IllegalArgumentException e) {
            complain(client, command + ": " + e.getMessage());
        }
    }

    private void set(Client client, Ban.Target target, long minutes, String reason) {
        long now = chat.host().nanoTime();
        long end = minutes == 0 ? Ban.NEVER : now + minutes * MINUTE;
        if (!gate.bans().add(new Ban(target, reason, client.user().nick(), end), now)) {
            complain(client, "as many bans as may be are set");
            return;
        }
        String how = minutes == 0 ? "until the server ends" : "for " + minutes + " min";
        notices.tell(client.user().nick() + " has set a " + target.letter() + "-line on " + target + " " + how + " ("
                + reason + ")");
        gate.endBanned();
    }

    private void lift(Client client, IrcLine line, Function<String, Ban.Target> parse) {
        try {
            Ban.Target target = parse.apply(line.param(0));
            if (gate.bans().remove(target)) {
                notices.tell(client.user().nick() + " has lifted the " + target.letter() + "-line on " + target);
            } else {
                complain(client, "there is no " + target.letter() + "-line on " + target);
            }
        } catch (IllegalArgumentException e) {
            complain(client, e.getMessage());
        }
    }

    private void complain(Client client, String text) {
        chat.send(client, chat.self().name(), "NOTICE", client.user().nick(), text);
    }
}
