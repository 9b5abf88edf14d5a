package dev.chokepoint.programs.direct;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Host;
import dev.chokepoint.programs.peer.PeerLink;
import dev.chokepoint.programs.peer.Peers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Connections between two that were lost, or did not open, are tried again a few times, twice as long after each. */
final class Redial {
    private static final long FIRST_DELAY_NANOS = 100_000_000L;
    private static final int TRIES_MAX = 5;

    private final Host host;
    private final RandomGenerator random;
    private final Peers peers;

    /** How often each pair in trouble was tried; at most one entry a pair that some directory has introduced. */
    private final Map<Long, Integer> tries = new LinkedHashMap<>();

    Redial(Host host, RandomGenerator random, Peers peers) {
        this.host = host;
        this.random = random;
        this.peers = peers;
    }

    /** The two are connected. */
    void done(PeerLink link) {
        if (!tries.isEmpty()) {
            tries.remove(pair(link.person(), link.other()));
        }
    }

    /** The connection is gone. */
    void later(PeerLink link) {
        long pair = pair(link.person(), link.other());
        int tried = tries.merge(pair, 1, Integer::sum);
        if (tried > TRIES_MAX) {
            tries.remove(pair);
            return;
        }
        long delay = FIRST_DELAY_NANOS << (tried - 1);
        Address at = link.connection().remote();
        host.after(delay / 2 + random.nextLong(delay), () -> again(pair, at));
    }

    private void again(long pair, Address at) {
        if (tries.containsKey(pair)) {
            peers.connect((int) (pair >> 32), (int) pair, at);
        }
    }

    /** The other has gone. */
    void stop(int person, int other) {
        tries.remove(pair(person, other));
    }

    private static long pair(int person, int other) {
        return (long) person << 32 | other;
    }
}
