package dev.chokepoint.programs.direct;

import dev.chokepoint.host.Payload;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** Who is in a room, in the order they came. */
final class Room {
    private final String name;
    private final SequencedSet<DirectorySession> members = new LinkedHashSet<>();

    Room(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /** Says who is there to somebody who comes, and who comes to those who are there. */
    void join(DirectorySession newcomer) {
        StringBuilder there = new StringBuilder();
        Payload came = Payload.of("CAME " + name + " " + newcomer.name() + " " + newcomer.address() + "\n");
        for (DirectorySession member : members) {
            there.append("MEMBER ").append(name).append(' ').append(member.name());
            there.append(' ').append(member.address()).append('\n');
            member.tell(came);
        }
        members.add(newcomer);
        there.append("JOINED ").append(name).append(' ').append(members.size()).append('\n');
        newcomer.tell(Payload.of(there.toString()));
    }

    void part(DirectorySession leaver) {
        members.remove(leaver);
        Payload left = Payload.of("LEFT " + name + " " + leaver.name() + "\n");
        members.forEach(member -> member.tell(left));
    }
}
