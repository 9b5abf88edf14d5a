package dev.chokepoint.programs.ask;

import java.util.Arrays;

/**
 * Some lists of clients, longest in it first; a client is in one of them or none. Doubly linked in two arrays, so that any
 * client leaves at once.
 */
final class ClientLists {
    static final int NONE = -1;
    private static final int ABSENT = -2;

    /** By client; behind them the lists' own ends. */
    private final int[] next;

    private final int[] previous;
    private final int clients;

    ClientLists(int clients, int lists) {
        this.clients = clients;
        next = new int[clients + lists];
        previous = new int[clients + lists];
        Arrays.fill(next, ABSENT);
        for (int end = clients; end < next.length; end++) {
            next[end] = end;
            previous[end] = end;
        }
    }

    /** Adds a client that is in none. */
    void add(int list, int client) {
        int end = clients + list;
        int last = previous[end];
        next[last] = client;
        previous[client] = last;
        next[client] = end;
        previous[end] = client;
    }

    /** The one that has been in a list longest, or {@link #NONE}. */
    int first(int list) {
        int first = next[clients + list];
        return first < clients ? first : NONE;
    }

    /** Takes out the one that has been in a list longest, or gives {@link #NONE}. */
    int poll(int list) {
        int first = first(list);
        if (first != NONE) {
            remove(first);
        }
        return first;
    }

    /** Takes a client out, if it is in one. */
    void remove(int client) {
        if (next[client] != ABSENT) {
            next[previous[client]] = next[client];
            previous[next[client]] = previous[client];
            next[client] = ABSENT;
        }
    }
}
