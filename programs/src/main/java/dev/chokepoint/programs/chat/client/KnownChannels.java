package dev.chokepoint.programs.chat.client;

import dev.chokepoint.programs.irc.CaseMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** The channels that the user is in, and who else is there. Changed on the lane, looked at from anywhere. */
final class KnownChannels {
    private static final String SIGNS = "~&@%+";

    private final CaseMapping mapping = CaseMapping.RFC1459;
    private final ConcurrentNavigableMap<String, Room> rooms = new ConcurrentSkipListMap<>();

    /**
     * One of them.
     *
     * @param name as the server writes it
     * @param nicks who is there, in alphabetical order
     */
    private record Room(String name, NavigableSet<String> nicks) {}

    private static Room room(String name) {
        return new Room(name, new ConcurrentSkipListSet<>(String.CASE_INSENSITIVE_ORDER));
    }

    void joined(String channel, String nick) {
        rooms.computeIfAbsent(mapping.fold(channel), _ -> room(channel)).nicks().add(nick);
    }

    /** Names as a server lists them, with their signs. */
    void listed(String channel, String names) {
        Room room = rooms.get(mapping.fold(channel));
        if (room != null) {
            for (String name : names.strip().split(" ", -1)) {
                room.nicks().add(withoutSigns(name));
            }
        }
    }

    private static String withoutSigns(String name) {
        int at = 0;
        while (at < name.length() && SIGNS.indexOf(name.charAt(at)) >= 0) {
            at++;
        }
        return name.substring(at);
    }

    void left(String channel, String nick) {
        Room room = rooms.get(mapping.fold(channel));
        if (room != null) {
            room.nicks().remove(nick);
        }
    }

    /** The user is no longer there. */
    void close(String channel) {
        rooms.remove(mapping.fold(channel));
    }

    /** Forgets who is where. */
    void clear() {
        rooms.clear();
    }

    /** Where somebody was who has now gone from everywhere. */
    List<String> quit(String nick) {
        List<String> were = new ArrayList<>();
        for (Room room : rooms.values()) {
            if (room.nicks().remove(nick)) {
                were.add(room.name());
            }
        }
        return were;
    }

    /** Where somebody is who now has another name. */
    List<String> renamed(String from, String to) {
        List<String> are = quit(from);
        are.forEach(channel -> joined(channel, to));
        return are;
    }

    boolean isIn(String channel) {
        return rooms.containsKey(mapping.fold(channel));
    }

    /** The first other one; empty without any. */
    String any() {
        return rooms.isEmpty() ? "" : rooms.firstEntry().getValue().name();
    }

    /** Their names. */
    List<String> names() {
        return rooms.values().stream().map(Room::name).toList();
    }

    /** Who is there; empty when the user is not. */
    Collection<String> nicks(String channel) {
        Room room = rooms.get(mapping.fold(channel));
        return room == null ? List.of() : room.nicks();
    }

    /** Everybody, once. */
    Collection<String> everybody() {
        NavigableSet<String> all = new ConcurrentSkipListSet<>(String.CASE_INSENSITIVE_ORDER);
        rooms.values().forEach(room -> all.addAll(room.nicks()));
        return all;
    }

    boolean same(String a, String b) {
        return mapping.same(a, b);
    }
}
