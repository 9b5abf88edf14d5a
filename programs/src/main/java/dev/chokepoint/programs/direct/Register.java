package dev.chokepoint.programs.direct;

import dev.chokepoint.host.codec.LineCodec;
import dev.chokepoint.programs.peer.Decoders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is connected to a directory, and who is in which room. A room is there while somebody is in it. */
final class Register {
    private final DirectoryConfig config;
    private final Decoders<String> decoders = new Decoders<>(new LineCodec(Directory.LINE_BYTES_MAX).text());
    private final Map<String, DirectorySession> people = new LinkedHashMap<>();
    private final Map<String, Room> rooms = new LinkedHashMap<>();

    Register(DirectoryConfig config) {
        this.config = config;
    }

    Decoders<String> decoders() {
        return decoders;
    }

    void enter(DirectorySession person, String name) throws DirectoryException {
        if (people.size() >= config.peopleMost()) {
            throw new DirectoryException("all " + config.peopleMost() + " places are taken: try again later");
        }
        if (people.putIfAbsent(name, person) != null) {
            throw new DirectoryException("somebody is called " + name + " already: use another name");
        }
    }

    void join(DirectorySession person, String name) throws DirectoryException {
        if (person.rooms().size() >= config.roomsMost()) {
            throw new DirectoryException(
                    "you are in " + config.roomsMost() + " rooms, as many as may be: PART one first");
        }
        Room room = rooms.computeIfAbsent(name, Room::new);
        if (!person.rooms().contains(room)) {
            person.rooms().add(room);
            room.join(person);
        }
    }

    void part(DirectorySession person, String name) {
        Room room = rooms.get(name);
        if (room != null && person.rooms().remove(room)) {
            leave(person, room);
        }
    }

    private void leave(DirectorySession person, Room room) {
        room.part(person);
        if (room.isEmpty()) {
            rooms.remove(room.name());
        }
    }

    /** Somebody's stream has ended, whether or not they ever said who they are. */
    void leave(DirectorySession person) {
        for (Room room : List.copyOf(person.rooms())) {
            leave(person, room);
        }
        person.rooms().clear();
        people.remove(person.name(), person);
    }
}
