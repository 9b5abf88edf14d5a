package dev.chokepoint.sim;

import dev.chokepoint.host.world.Crash;

/** The connections of a lane that are not over for its program, as a ring through the connections themselves. */
final class Connections {
    private SimConnection first = null;

    void add(SimConnection connection) {
        if (first == null) {
            first = connection;
            return;
        }
        SimConnection last = first.previous;
        last.next = connection;
        connection.previous = last;
        connection.next = first;
        first.previous = connection;
    }

    /** Does nothing to one that was removed before. */
    void remove(SimConnection connection) {
        if (connection.next == connection) {
            first = first == connection ? null : first;
            return;
        }
        connection.previous.next = connection.next;
        connection.next.previous = connection.previous;
        first = first == connection ? connection.next : first;
        connection.next = connection;
        connection.previous = connection;
    }

    /** The lane is dead. */
    void crash(Crash how) {
        while (first != null) {
            switch (how) {
                case PROCESS -> first.orphan();
                case HOST -> first.vanish();
            }
        }
    }
}
