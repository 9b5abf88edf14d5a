package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.CaseMapping;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The nicknames that were last given up, for WHOWAS. Lane only. */
final class WhoWas {
    private static final int KEPT = 1000;

    /**
     * Somebody who had a nickname.
     *
     * @param nick the nickname
     * @param userName as {@link User#userName()}
     * @param host as {@link User#host()}
     * @param realName as {@link User#realName()}
     * @param server at which server
     * @param untilSeconds until when, seconds since 1970
     */
    record Entry(String nick, String userName, String host, String realName, String server, long untilSeconds) {}

    private final ArrayDeque<Entry> entries = new ArrayDeque<>();

    void add(User user, long atSeconds) {
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        entries.addLast(new Entry(
                user.nick(),
                user.userName(),
                user.host(),
                user.realName(),
                user.server().name(),
                atSeconds));
    }

    /** Who had a nickname, latest first. */
    List<Entry> find(String nick, CaseMapping mapping) {
        List<Entry> found = new ArrayList<>();
        for (Iterator<Entry> i = entries.descendingIterator(); i.hasNext(); ) {
            Entry entry = i.next();
            if (mapping.same(entry.nick(), nick)) {
                found.add(entry);
            }
        }
        return found;
    }
}
