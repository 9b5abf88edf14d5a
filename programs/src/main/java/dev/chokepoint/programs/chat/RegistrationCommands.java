package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.chat.guard.PasswordHash;
import dev.chokepoint.programs.irc.Hostmask;
import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcNames;
import dev.chokepoint.programs.irc.Numeric;
import java.util.Optional;

/** PASS, NICK, USER, QUIT, PING and PONG (RFC 2812 sections 3.1 and 3.7). */
final class RegistrationCommands {
    private final Chat chat;
    private final Gate gate;
    private final Passwords passwords;
    private final Welcome welcome;

    private RegistrationCommands(Chat chat, Gate gate, Passwords passwords, Welcome welcome) {
        this.chat = chat;
        this.gate = gate;
        this.passwords = passwords;
        this.welcome = welcome;
    }

    static RegistrationCommands addTo(Chat chat, Gate gate, Passwords passwords, Welcome welcome) {
        RegistrationCommands family = new RegistrationCommands(chat, gate, passwords, welcome);
        Commands commands = chat.commands();
        commands.addEarly("PASS", 1, family::pass);
        commands.addEarly("NICK", 0, family::nick);
        commands.addEarly("USER", 4, family::user);
        commands.addEarly("QUIT", 0, family::quit);
        commands.addEarly("PING", 0, family::ping);
        commands.addEarly("PONG", 0, (_, _) -> {});
        return family;
    }

    private void pass(Client client, IrcLine line) {
        if (client.isRegistered()) {
            chat.reply(client, Numeric.ERR_ALREADYREGISTERED);
        } else if (!client.registration().checking && !client.registration().admitted) {
            gate.policy().password().ifPresent(hash -> check(client, hash, line.param(0)));
        }
    }

    /** Beside the lane; registration waits for it. */
    private void check(Client client, PasswordHash hash, String given) {
        client.registration().checking = true;
        passwords.check(hash, given, outcome -> {
            if (!client.isClosed()) {
                checked(client, outcome);
            }
        });
    }

    private void checked(Client client, Passwords.Outcome outcome) {
        client.registration().checking = false;
        client.registration().admitted = outcome == Passwords.Outcome.RIGHT;
        if (outcome == Passwords.Outcome.BUSY) {
            client.close("Too many are coming at once, try again");
        } else {
            completeIfReady(client);
        }
    }

    private void nick(Client client, IrcLine line) {
        String nick = line.paramCount() == 0 ? "" : line.param(0);
        if (nick.isEmpty()) {
            chat.reply(client, Numeric.ERR_NONICKNAMEGIVEN);
        } else if (!IrcNames.isNick(nick, chat.config().limits().nickLength())) {
            chat.reply(client, Numeric.ERR_ERRONEUSNICKNAME, nick);
        } else if (client.isRegistered()) {
            rename(client, nick);
        } else if (chat.nicknames().reserve(nick, client)) {
            client.registration().nick = nick;
            completeIfReady(client);
        } else {
            chat.reply(client, Numeric.ERR_NICKNAMEINUSE, nick);
        }
    }

    private void rename(Client client, String nick) {
        User user = client.user();
        if (nick.equals(user.nick())) {
            return;
        }
        if (!chat.nicknames().isFree(nick, user)) {
            chat.reply(client, Numeric.ERR_NICKNAMEINUSE, nick);
        } else {
            chat.presence().rename(user, nick, chat.nowSeconds());
        }
    }

    private void user(Client client, IrcLine line) {
        if (client.isRegistered()) {
            chat.reply(client, Numeric.ERR_ALREADYREGISTERED);
            return;
        }
        String name = cleaned(line.param(0));
        if (name.isEmpty()) {
            chat.reply(client, Numeric.ERR_NEEDMOREPARAMS, "USER");
            return;
        }
        Registration registration = client.registration();
        registration.userName = "~" + Texts.cut(name, chat.config().limits().userLength() - 1);
        registration.realName = Texts.cut(line.param(3), chat.config().limits().realNameLength());
        completeIfReady(client);
    }

    /** What a mask can carry: no sign of its own, nothing that a terminal would obey. */
    private static String cleaned(String name) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c > ' ' && c < 0x7f && c != '@' && c != '!' && c != '*' && c != '?' && c != ':' && c != '~') {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    /** To be called whenever something that registration waits for has come. */
    void completeIfReady(Client client) {
        if (client.isRegistered() || client.isClosed() || !client.registration().isComplete()) {
            return;
        }
        Registration registration = client.registration();
        if (gate.policy().password().isPresent() && !registration.admitted) {
            chat.reply(client, Numeric.ERR_PASSWDMISMATCH);
            client.close("Bad Password");
            return;
        }
        Optional<String> refusal = gate.register(client);
        if (refusal.isPresent()) {
            chat.reply(client, Numeric.ERR_YOUREBANNEDCREEP);
            client.close(refusal.get());
        } else {
            register(client, registration);
        }
    }

    private void register(Client client, Registration registration) {
        chat.nicknames().release(client);
        if (chat.user(registration.nick).isPresent()) { // somebody at another server, since the nickname was reserved
            chat.reply(client, Numeric.ERR_NICKNAMEINUSE, registration.nick);
            registration.nick = "";
            return;
        }
        long now = chat.nowSeconds();
        Hostmask who = new Hostmask(registration.nick, registration.userName, client.host());
        User user = new User(chat.self(), client, who, registration.realName, now, now);
        user.setAccount(registration.account);
        client.registered(user);
        chat.presence().come(user);
        welcome.greet(client);
    }

    private void quit(Client client, IrcLine line) {
        String reason = line.paramCount() == 0 ? "" : line.param(0);
        String cut = Texts.cut(reason, chat.config().limits().reasonLength());
        client.close(cut.isEmpty() ? "Client Quit" : "Quit: " + cut);
    }

    private void ping(Client client, IrcLine line) {
        if (line.paramCount() == 0 || line.param(0).isEmpty()) {
            chat.reply(client, Numeric.ERR_NOORIGIN);
        } else {
            chat.send(client, chat.self().name(), "PONG", chat.self().name(), line.param(0));
        }
    }
}
