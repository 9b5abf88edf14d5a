package dev.chokepoint.programs.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.chokepoint.programs.chat.guard.Account;
import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.Numeric;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** AUTHENTICATE: logging in to an account with SASL PLAIN (IRCv3 SASL 3.2, RFC 4616). */
final class SaslCommands {
    /** The mechanisms, as CAP LS tells them. */
    static final String MECHANISMS = "PLAIN";

    /** A message of this length goes on in the next. */
    private static final int PIECE = 400;

    private static final int LONGEST = 2 * PIECE;

    private final Chat chat;
    private final Gate gate;
    private final Passwords passwords;

    private SaslCommands(Chat chat, Gate gate, Passwords passwords) {
        this.chat = chat;
        this.gate = gate;
        this.passwords = passwords;
    }

    static void addTo(Chat chat, Gate gate, Passwords passwords) {
        SaslCommands family = new SaslCommands(chat, gate, passwords);
        chat.commands().addEarly("AUTHENTICATE", 1, family::authenticate);
    }

    private void authenticate(Client client, IrcLine line) {
        String piece = line.param(0);
        if (!client.has(Cap.SASL)) {
            chat.reply(client, Numeric.ERR_SASLFAIL);
        } else if (client.isRegistered() || !client.registration().account.isEmpty()) {
            chat.reply(client, Numeric.ERR_SASLALREADY);
        } else if (piece.equals("*")) {
            abort(client);
        } else if (piece.length() > PIECE) {
            forget(client);
            chat.reply(client, Numeric.ERR_SASLTOOLONG);
        } else if (client.registration().sasl == null) {
            begin(client, piece);
        } else {
            goOn(client, piece);
        }
    }

    /** Ends what goes on, if anything does; what is being checked comes to nothing. */
    private void abort(Client client) {
        forget(client);
        chat.reply(client, Numeric.ERR_SASLABORTED);
    }

    private static void forget(Client client) {
        client.registration().sasl = null;
    }

    private void begin(Client client, String mechanism) {
        if (!mechanism.toUpperCase(Locale.ROOT).equals(MECHANISMS)) {
            chat.reply(client, Numeric.RPL_SASLMECHS, MECHANISMS);
            chat.reply(client, Numeric.ERR_SASLFAIL);
            return;
        }
        client.registration().sasl = new StringBuilder();
        chat.send(client, chat.write(client, "").command("AUTHENTICATE").param("+"));
    }

    private void goOn(Client client, String piece) {
        StringBuilder whole = client.registration().sasl;
        if (!piece.equals("+")) {
            whole.append(piece);
        }
        if (whole.length() > LONGEST) {
            forget(client);
            chat.reply(client, Numeric.ERR_SASLTOOLONG);
        } else if (piece.length() < PIECE) {
            check(client, whole);
        }
    }

    /** Whoever it is acts for themselves: an authorization identity must be empty or the same. */
    private void check(Client client, StringBuilder whole) {
        String[] parts = decoded(whole.toString());
        Optional<Account> account = parts.length == 3 && (parts[0].isEmpty() || parts[0].equals(parts[1]))
                ? account(parts[1])
                : Optional.empty();
        if (account.isEmpty()) {
            fail(client);
            return;
        }
        passwords.check(account.get().password(), parts[2], outcome -> {
            boolean same = !client.isClosed() && !client.isRegistered() && client.registration().sasl == whole;
            if (same) {
                end(client, account.get(), outcome);
            }
        });
    }

    private void end(Client client, Account account, Passwords.Outcome outcome) {
        if (outcome != Passwords.Outcome.RIGHT) {
            fail(client);
            return;
        }
        forget(client);
        client.registration().account = account.name();
        chat.send(
                client,
                chat.write(client, Numeric.RPL_LOGGEDIN)
                        .param(mask(client))
                        .param(account.name())
                        .text("You are now logged in as " + account.name()));
        chat.reply(client, Numeric.RPL_SASLSUCCESS);
    }

    private void fail(Client client) {
        forget(client);
        chat.reply(client, Numeric.ERR_SASLFAIL);
    }

    private static String mask(Client client) {
        String user = client.registration().userName;
        return client.target() + "!" + (user.isEmpty() ? "*" : user) + "@" + client.host();
    }

    private Optional<Account> account(String name) {
        return gate.policy().accounts().stream()
                .filter(account -> account.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The authorization identity, the name and the password; something else when it is not of that form. */
    private static String[] decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), UTF_8).split("\0", -1);
        } catch (IllegalArgumentException e) {
            return new String[0];
        }
    }
}
