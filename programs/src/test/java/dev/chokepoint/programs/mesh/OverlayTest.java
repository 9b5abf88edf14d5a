package dev.chokepoint.programs.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.programs.talk.Rooms;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverlayTest {
    /** Each person's neighbours: whom they ask and who asks them. */
    private static List<SortedSet<Integer>> neighbours(Rooms rooms, int wanted, long seed) {
        Overlay overlay = new Overlay(rooms, wanted, new SplittableRandom(seed));
        List<SortedSet<Integer>> all = new ArrayList<>();
        for (int person = 0; person < rooms.people(); person++) {
            all.add(new TreeSet<>());
        }
        for (int person = 0; person < rooms.people(); person++) {
            for (int circle = 0; circle < overlay.circles(); circle++) {
                int other = overlay.successor(person, circle);
                if (other != person) {
                    all.get(person).add(other);
                    all.get(other).add(person);
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7, 8})
    void shouldConnectEachRoomAndNoTwo(int wanted) {
        Rooms rooms = new Rooms(107, 25);
        for (long seed = 0; seed < 50; seed++) {
            List<SortedSet<Integer>> neighbours = neighbours(rooms, wanted, seed);
            for (int room = 0; room < rooms.count(); room++) {
                assertThat(reached(neighbours, rooms.firstOf(room))).hasSize(rooms.membersOf(room));
            }
        }
    }

    private static SortedSet<Integer> reached(List<SortedSet<Integer>> neighbours, int from) {
        SortedSet<Integer> reached = new TreeSet<>();
        Deque<Integer> next = new ArrayDeque<>();
        next.add(from);
        while (!next.isEmpty()) {
            int here = next.poll();
            if (reached.add(here)) {
                next.addAll(neighbours.get(here));
            }
        }
        return reached;
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "3, 3", "4, 4", "5, 5"})
    void shouldGiveEverybodyTheirNeighboursButForTheFewWhoMeetTwice(int wanted, int most) {
        Rooms rooms = new Rooms(50, 50);
        int missing = 0;
        for (long seed = 0; seed < 50; seed++) {
            for (SortedSet<Integer> own : neighbours(rooms, wanted, seed)) {
                assertThat(own).hasSizeBetween(wanted / 2, most);
                missing += wanted - own.size();
            }
        }
        assertThat((double) missing / (50 * 50 * wanted)).isLessThan(0.1);
    }
}
