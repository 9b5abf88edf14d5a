package dev.chokepoint.programs.chat;

import dev.chokepoint.host.Result;
import dev.chokepoint.host.Work;
import dev.chokepoint.programs.chat.guard.Oper;
import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.Numeric;
import java.util.Optional;
import java.util.concurrent.Callable;

/** OPER, KILL, WALLOPS and REHASH (RFC 2812 sections 3.1.4, 3.7.1, 4.7 and 4.2). */
final class OperCommands {
    private static final Work.Calibrated REREAD = new Work.Calibrated("chat.rehash");

    private final Chat chat;
    private final Gate gate;
    private final Passwords passwords;
    private final Notices notices;

    private OperCommands(Chat chat, Gate gate, Passwords passwords, Notices notices) {
        this.chat = chat;
        this.gate = gate;
        this.passwords = passwords;
        this.notices = notices;
    }

    static void addTo(Chat chat, Gate gate, Passwords passwords, Notices notices) {
        OperCommands family = new OperCommands(chat, gate, passwords, notices);
        Commands commands = chat.commands();
        commands.add("OPER", 2, family::oper);
        commands.add("KILL", 2, family.guarded(family::kill));
        commands.add("WALLOPS", 1, family.guarded(family::wallops));
        commands.add("REHASH", 0, family.guarded(family::rehash));
    }

    private Command guarded(Command command) {
        return forOpers(chat, command);
    }

    /** A command that answers everybody else with 481. */
    static Command forOpers(Chat chat, Command command) {
        return (client, line) -> {
            if (client.user().has(User.OPERATOR)) {
                command.run(client, line);
            } else {
                chat.reply(client, Numeric.ERR_NOPRIVILEGES);
            }
        };
    }

    // ---- OPER

    private void oper(Client client, IrcLine line) {
        User user = client.user();
        String name = line.param(0);
        Optional<Oper> oper = gate.policy().opers().stream()
                .filter(it -> it.name().equalsIgnoreCase(name) && it.mayComeFrom(user.userName(), user.host()))
                .findFirst();
        if (oper.isEmpty()) {
            notices.tell("Failed OPER attempt by " + user.mask() + " as " + name);
            chat.reply(client, Numeric.ERR_NOOPERHOST);
            return;
        }
        passwords.check(oper.get().password(), line.param(1), outcome -> {
            if (!client.isClosed()) {
                checked(client, oper.get(), outcome);
            }
        });
    }

    private void checked(Client client, Oper oper, Passwords.Outcome outcome) {
        User user = client.user();
        switch (outcome) {
            case BUSY -> chat.reply(client, Numeric.RPL_TRYAGAIN, "OPER");
            case WRONG -> {
                notices.tell("Failed OPER attempt by " + user.mask() + " as " + oper.name());
                chat.reply(client, Numeric.ERR_PASSWDMISMATCH);
            }
            case RIGHT -> {
                chat.presence().setModes(user, user.modes() | User.OPERATOR | User.NOTICES);
                chat.send(client, user.mask(), "MODE", user.nick(), "+os");
                chat.reply(client, Numeric.RPL_YOUREOPER);
                notices.tell(user.mask() + " is now an operator (" + oper.name() + ")");
            }
        }
    }

    // ---- what they may do

    private void kill(Client client, IrcLine line) {
        String nick = line.param(0);
        Optional<User> user = chat.user(nick);
        if (user.isPresent()) {
            String reason = Texts.cut(line.param(1), chat.config().limits().reasonLength());
            notices.tell(client.user().nick() + " kills " + user.get().mask() + " (" + reason + ")");
            chat.presence().kill(client.user(), user.get(), reason);
        } else if (chat.servers().containsKey(nick)) {
            chat.reply(client, Numeric.ERR_CANTKILLSERVER);
        } else {
            chat.reply(client, Numeric.ERR_NOSUCHNICK, nick);
        }
    }

    private void wallops(Client client, IrcLine line) {
        chat.presence().wallops(client.user(), line.param(0));
    }

    // ---- REHASH

    private void rehash(Client client, IrcLine line) {
        Callable<ChatServerConfig> reread = chat.reread();
        chat.reply(client, Numeric.RPL_REHASHING, chat.self().name());
        chat.host().offload(REREAD, 1, reread, result -> reread(client.user(), result));
    }

    private void reread(User by, Result<ChatServerConfig> result) {
        switch (result) {
            case Result.Done<ChatServerConfig>(ChatServerConfig changed) -> {
                gate.configure(changed);
                notices.tell(by.nick() + " has made the server read its configuration again");
            }
            case Result.Threw<ChatServerConfig>(Exception e) ->
                notices.tell("The configuration can't be read, the old one stays: " + firstLine(e));
            case Result.Refused<ChatServerConfig> _ ->
                notices.tell("The server is too busy to read its configuration; try again");
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
