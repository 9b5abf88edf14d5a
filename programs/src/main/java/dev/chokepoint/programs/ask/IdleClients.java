package dev.chokepoint.programs.ask;

import java.util.Arrays;

/** The idle clients, longest idle first: a doubly linked list in two arrays, so that one that is lost leaves at once. */
final class IdleClients {
    static final int NONE = -1;
    private static final int ABSENT = -2;

    /** By client; the last place is the list's own end. */
    private final int[] next;

    private final int[] previous;
    private final int end;

    IdleClients(int clients) {
        next = new int[clients + 1];
        previous = new int[clients + 1];
        end = clients;
        Arrays.fill(next, ABSENT);
        next[end] = end;
        previous[end] = end;
    }

    /** Adds a client that is not in it. */
    void add(int client) {
        int last = previous[end];
        next[last] = client;
        previous[client] = last;
        next[client] = end;
        previous[end] = client;
    }

    /** Takes out the one that has been in it longest, or gives {@link #NONE}. */
    int poll() {
        int first = next[end];
        if (first == end) {
            return NONE;
        }
        remove(first);
        return first;
    }

    /** Takes a client out, if it is in it. */
    void remove(int client) {
        if (next[client] != ABSENT) {
            next[previous[client]] = next[client];
            previous[next[client]] = previous[client];
            next[client] = ABSENT;
        }
    }
}
