package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.irc.CaseMapping;
import dev.chokepoint.programs.nats.Subject;
import java.util.Locale;

/** What a network's servers publish under. */
final class Subjects {
    private final String prefix;

    /** {@code chat.} and the network's name come first, so that networks can share a backplane. */
    Subjects(String network) {
        prefix = "chat." + token(network) + ".";
    }

    /** What all servers hear: who is there, and what channels are like. */
    Subject all() {
        return Subject.of(prefix + "net");
    }

    /** What one server hears. */
    Subject server(String sid) {
        return Subject.of(prefix + "server." + sid);
    }

    /** What is said in a channel. */
    Subject room(String channel) {
        return Subject.of(prefix + "room." + token(CaseMapping.RFC1459.fold(channel)));
    }

    /** A name as one token: dots, wildcards and what is no visible character become {@code %} and their number. */
    static String token(String name) {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c == 0x7f || ".*>%".indexOf(c) >= 0) {
                token.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            } else {
                token.append(c);
            }
        }
        return token.toString();
    }
}
