package dev.chokepoint.programs.chat;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which nicknames are free: a client that registers keeps the one it has chosen. Lane only. */
final class Nicknames {
    private final Chat chat;
    private final Map<String, Client> reserved = new LinkedHashMap<>();

    Nicknames(Chat chat) {
        this.chat = chat;
    }

    private String folded(String nick) {
        return chat.mapping().fold(nick);
    }

    /** Keeps a nickname for a client that registers. False when somebody else has it. */
    boolean reserve(String nick, Client client) {
        String folded = folded(nick);
        Client holder = reserved.get(folded);
        if (chat.usersByNick().containsKey(folded) || holder != null && holder != client) {
            return false;
        }
        release(client);
        reserved.put(folded, client);
        return true;
    }

    /** Whether a user may take a nickname. */
    boolean isFree(String nick, User user) {
        String folded = folded(nick);
        User holder = chat.usersByNick().get(folded);
        return holder == user || holder == null && !reserved.containsKey(folded);
    }

    /** A client has registered, or is gone. */
    void release(Client client) {
        if (client.registration() != null) {
            reserved.remove(folded(client.registration().nick), client);
        }
    }
}
