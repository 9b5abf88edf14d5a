package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.Numeric;
import java.util.Optional;
import java.util.function.Function;

/** AWAY, USERHOST and ISON (RFC 2812 section 4), and MODE of users (section 3.1.5). */
final class UserCommands {
    private static final String LETTERS = "iosw";
    private static final int USERHOST_MOST = 5;

    private final Chat chat;

    private UserCommands(Chat chat) {
        this.chat = chat;
    }

    static UserCommands addTo(Chat chat) {
        UserCommands family = new UserCommands(chat);
        Commands commands = chat.commands();
        commands.add("AWAY", 0, family::away);
        commands.add("USERHOST", 1, family::userhost);
        commands.add("ISON", 1, family::ison);
        return family;
    }

    // ---- AWAY

    private void away(Client client, IrcLine line) {
        String reason = line.paramCount() == 0
                ? ""
                : Texts.cut(line.param(0), chat.config().limits().reasonLength());
        chat.presence().away(client.user(), reason);
        chat.reply(client, reason.isEmpty() ? Numeric.RPL_UNAWAY : Numeric.RPL_NOWAWAY);
    }

    // ---- who is there

    private void userhost(Client client, IrcLine line) {
        chat.reply(client, Numeric.RPL_USERHOST, found(line, USERHOST_MOST, UserCommands::whereabouts));
    }

    private static String whereabouts(User user) {
        String oper = user.has(User.OPERATOR) ? "*" : "";
        String here = user.away().isPresent() ? "-" : "+";
        return user.nick() + oper + "=" + here + user.userName() + "@" + user.host();
    }

    private void ison(Client client, IrcLine line) {
        chat.reply(client, Numeric.RPL_ISON, found(line, Integer.MAX_VALUE, User::nick));
    }

    /** Something of each of those who are there, of nicknames that may be several to a parameter. */
    private String found(IrcLine line, int most, Function<User, String> what) {
        StringBuilder found = new StringBuilder();
        int left = most;
        for (int i = 0; i < line.paramCount(); i++) {
            for (String nick : line.param(i).split(" ", -1)) {
                Optional<User> user = left-- > 0 ? chat.user(nick) : Optional.empty();
                user.ifPresent(it -> found.append(found.isEmpty() ? "" : " ").append(what.apply(it)));
            }
        }
        return found.toString();
    }

    // ---- MODE

    /** As MODE writes them. */
    static String modes(User user) {
        return "+" + letters(user.modes());
    }

    /** 0 for a letter that is none. */
    private static int bit(char letter) {
        return switch (letter) {
            case 'i' -> User.INVISIBLE;
            case 'o' -> User.OPERATOR;
            case 's' -> User.NOTICES;
            case 'w' -> User.WALLOPS;
            default -> 0;
        };
    }

    /** MODE with a nickname; {@link ModeCommands} gives it those. */
    void mode(Client client, IrcLine line) {
        User user = client.user();
        if (!chat.mapping().same(line.param(0), user.nick())) {
            boolean known = chat.user(line.param(0)).isPresent();
            if (known) {
                chat.reply(client, Numeric.ERR_USERSDONTMATCH);
            } else {
                chat.reply(client, Numeric.ERR_NOSUCHNICK, line.param(0));
            }
        } else if (line.paramCount() == 1) {
            chat.send(client, chat.write(client, Numeric.RPL_UMODEIS).param(modes(user)));
        } else {
            change(client, line.param(1));
        }
    }

    private void change(Client client, String wanted) {
        User user = client.user();
        int before = user.modes();
        int after = before;
        boolean on = true;
        boolean unknown = false;
        for (int i = 0; i < wanted.length(); i++) {
            char letter = wanted.charAt(i);
            if (letter == '+' || letter == '-') {
                on = letter == '+';
            } else if (bit(letter) == 0) {
                unknown = true;
            } else if (!on) {
                after &= ~bit(letter);
            } else if (mayTake(user, letter)) {
                after |= bit(letter);
            }
        }
        if (after != before) {
            chat.presence().setModes(user, after);
            chat.send(client, user.mask(), "MODE", user.nick(), difference(before, after));
        }
        if (unknown) {
            chat.reply(client, Numeric.ERR_UMODEUNKNOWNFLAG);
        }
    }

    /** Only OPER makes an operator, and the server's notices name addresses. */
    private static boolean mayTake(User user, char letter) {
        return letter != 'o' && (letter != 's' || user.has(User.OPERATOR));
    }

    private static String difference(int before, int after) {
        String more = letters(after & ~before);
        String less = letters(before & ~after);
        return (more.isEmpty() ? "" : "+" + more) + (less.isEmpty() ? "" : "-" + less);
    }

    private static String letters(int bits) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LETTERS.length(); i++) {
            if ((bits & bit(LETTERS.charAt(i))) != 0) {
                letters.append(LETTERS.charAt(i));
            }
        }
        return letters.toString();
    }
}
