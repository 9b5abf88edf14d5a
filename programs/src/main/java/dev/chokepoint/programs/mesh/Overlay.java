package dev.chokepoint.programs.mesh;

import dev.chokepoint.programs.talk.Rooms;
import java.util.random.RandomGenerator;

/**
 * Whom each person connects to at first: a few circles through the room in random order, of which each person asks the next on each
 * circle. One circle keeps the room connected, and each gives everybody two neighbours. An odd number of neighbours adds pairs.
 */
final class Overlay {
    private final int circles;

    /** Each person's successors, one behind the other; one that comes twice is asked once. */
    private final int[] successors;

    Overlay(Rooms rooms, int neighbours, RandomGenerator random) {
        circles = (neighbours + 1) / 2;
        successors = new int[Math.multiplyExact(rooms.people(), circles)];
        for (int room = 0; room < rooms.count(); room++) {
            int[] members = new int[rooms.membersOf(room)];
            for (int i = 0; i < members.length; i++) {
                members[i] = rooms.firstOf(room) + i;
            }
            for (int circle = 0; circle < circles; circle++) {
                shuffle(members, random);
                boolean pairs = 2 * circle + 1 == neighbours;
                close(members, circle, pairs);
            }
        }
    }

    private void close(int[] members, int circle, boolean pairs) {
        for (int i = 0; i < members.length; i++) {
            int next = pairs ? Math.min(i ^ 1, members.length - 1) : (i + 1) % members.length;
            successors[members[i] * circles + circle] = members[next];
        }
    }

    private static void shuffle(int[] members, RandomGenerator random) {
        for (int i = members.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int moved = members[i];
            members[i] = members[other];
            members[other] = moved;
        }
    }

    /** How many a person asks at most. */
    int circles() {
        return circles;
    }

    /** Whom a person asks on a circle; perhaps themselves, where pairs leave one over. */
    int successor(int person, int circle) {
        return successors[person * circles + circle];
    }
}
