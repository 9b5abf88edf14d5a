package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.IrcLimits;
import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.Numeric;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** The commands that clients may send; families of them {@link #add} theirs when the server starts. */
final class Commands {
    /** Without parameters, for commands that the server runs for a client. */
    private static final IrcLine BARE = new IrcLine(IrcLimits.FROM_CLIENT);

    private final Chat chat;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private static final class Entry {
        final Command command;
        final int paramsMin;
        final boolean early;
        long used;

        Entry(Command command, int paramsMin, boolean early) {
            this.command = command;
            this.paramsMin = paramsMin;
            this.early = early;
        }
    }

    Commands(Chat chat) {
        this.chat = chat;
    }

    /** Adds one for those who have registered; with fewer parameters it is answered with 461. */
    void add(String name, int paramsMin, Command command) {
        entries.put(name, new Entry(command, paramsMin, false));
    }

    /** Adds one that may come before registration is over. */
    void addEarly(String name, int paramsMin, Command command) {
        entries.put(name, new Entry(command, paramsMin, true));
    }

    /** Runs a command for a client as if it had sent it without parameters, if there is such a command. */
    void runBare(Client client, String name) {
        Entry entry = entries.get(name);
        if (entry != null) {
            entry.command.run(client, BARE);
        }
    }

    void run(Client client, IrcLine line) {
        String name = line.command();
        if (name.isEmpty()) {
            return;
        }
        String label = client.has(Cap.LABELED_RESPONSE) && client.has(Cap.BATCH) ? line.tag("label") : null;
        if (label != null && !label.isEmpty()) {
            client.beginAnswer(label);
        }
        long penaltyNanos = chat.gate().penaltyNanos(client, name);
        if (penaltyNanos > 0) {
            client.penalise(penaltyNanos);
        }
        check(client, name, line);
        client.endAnswer();
    }

    private void check(Client client, String name, IrcLine line) {
        Entry entry = entries.get(name);
        if (!client.isRegistered() && (entry == null || !entry.early)) {
            chat.reply(client, Numeric.ERR_NOTREGISTERED);
        } else if (entry == null) {
            chat.reply(client, Numeric.ERR_UNKNOWNCOMMAND, name);
        } else if (line.paramCount() < entry.paramsMin) {
            chat.reply(client, Numeric.ERR_NEEDMOREPARAMS, name);
        } else if (!line.isUtf8()) {
            chat.send(
                    client,
                    chat.self().name(),
                    "FAIL",
                    name,
                    "INVALID_UTF8",
                    "Message rejected, your IRC software MUST use UTF-8");
        } else {
            entry.used++;
            entry.command.run(client, line);
        }
    }

    /** Each command that was ever used, with how often. */
    void eachUsed(ObjLongConsumer<String> then) {
        entries.forEach((name, entry) -> {
            if (entry.used > 0) {
                then.accept(name, entry.used);
            }
        });
    }
}
