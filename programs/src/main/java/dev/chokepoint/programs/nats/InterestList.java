package dev.chokepoint.programs.nats;

import java.util.Arrays;

/** Subscriptions in an order that only comings and goings decide; each knows its place, so that one of many goes at once. */
final class InterestList {
    private Interest[] members = new Interest[4];
    private int count;

    int size() {
        return count;
    }

    Interest get(int place) {
        return members[place];
    }

    void add(Interest interest) {
        if (count == members.length) {
            members = Arrays.copyOf(members, 2 * count);
        }
        interest.place(count);
        members[count++] = interest;
    }

    void remove(Interest interest) {
        Interest last = members[--count];
        members[interest.place()] = last;
        last.place(interest.place());
        members[count] = null;
    }

    /** Adds all to the end of an array, which has room. */
    int copyTo(Interest[] target, int at) {
        System.arraycopy(members, 0, target, at, count);
        return at + count;
    }
}
