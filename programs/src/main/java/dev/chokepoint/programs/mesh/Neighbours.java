package dev.chokepoint.programs.mesh;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Host;
import dev.chokepoint.programs.peer.PeerLink;
import dev.chokepoint.programs.peer.Peers;
import dev.chokepoint.programs.talk.Rooms;
import java.util.random.RandomGenerator;

/**
 * Sees to it that everybody has neighbours: first those of the {@link Overlay}; whoever has too few later asks anybody in the room,
 * again and again, twice as long after each that didn't do. Lane thread only.
 */
final class Neighbours {
    private static final long FIRST_DELAY_NANOS = 100_000_000L;
    private static final int DOUBLINGS_MAX = 5;

    private final Host host;
    private final Rooms rooms;
    private final int wanted;
    private final Peers peers;
    private final RandomGenerator random;
    private final Overlay overlay;

    /** Where each person listens: what a room's members know of one another beforehand. */
    private final Address[] addresses;

    private final byte[] failures;
    private final boolean[] looking;

    Neighbours(Host host, Rooms rooms, int wanted, Peers peers, RandomGenerator random) {
        this.host = host;
        this.rooms = rooms;
        this.wanted = wanted;
        this.peers = peers;
        this.random = random;
        overlay = new Overlay(rooms, wanted, random);
        addresses = new Address[rooms.people()];
        for (int person = 0; person < addresses.length; person++) {
            addresses[person] = peers.listen(person);
        }
        failures = new byte[addresses.length];
        looking = new boolean[addresses.length];
    }

    void come(int person) {
        for (int circle = 0; circle < overlay.circles(); circle++) {
            int other = overlay.successor(person, circle);
            if (other != person) {
                peers.connect(person, other, addresses[other]);
            }
        }
    }

    void linked(PeerLink link) {
        failures[link.person()] = 0;
    }

    void unlinked(PeerLink link) {
        int person = link.person();
        if (!link.wasKnown()) {
            failures[person] = (byte) Math.min(failures[person] + 1, DOUBLINGS_MAX);
        }
        look(person);
    }

    /** Whether somebody needs more neighbours, and if so, looks for one after a while. */
    void look(int person) {
        if (!looking[person] && !peers.isDead(person) && peers.count(person) < wantedBy(person)) {
            looking[person] = true;
            long delay = FIRST_DELAY_NANOS << failures[person];
            host.after(delay / 2 + random.nextLong(delay), () -> ask(person));
        }
    }

    /** In a small room, everybody. */
    private int wantedBy(int person) {
        return Math.min(wanted, rooms.membersOf(rooms.roomOf(person)) - 1);
    }

    private void ask(int person) {
        looking[person] = false;
        if (peers.count(person) < wantedBy(person) && !peers.isDead(person)) {
            int room = rooms.roomOf(person);
            int other = rooms.firstOf(room) + random.nextInt(rooms.membersOf(room));
            if (other != person) {
                peers.connect(person, other, addresses[other]);
            }
            look(person);
        }
    }
}
