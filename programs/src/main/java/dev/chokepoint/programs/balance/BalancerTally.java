package dev.chokepoint.programs.balance;

import dev.chokepoint.programs.balance.BalancerCounts.Change;
import dev.chokepoint.programs.balance.BalancerCounts.OfServer;
import java.util.ArrayList;
import java.util.List;

/** Counts what the lanes of a {@link Balancer} do. Told by them, asked in any thread; once a connection, so it may lock. */
public final class BalancerTally {
    private final long[] chosen;
    private final long[] failed;
    private final long[] cut;
    private final List<Change> changes = new ArrayList<>();
    private long retried;
    private long turnedAway;

    /**
     * Nothing counted yet.
     *
     * @param servers how many there are
     */
    public BalancerTally(int servers) {
        chosen = new long[servers];
        failed = new long[servers];
        cut = new long[servers];
    }

    /**
     * The counts so far.
     *
     * @return a copy
     */
    public synchronized BalancerCounts counts() {
        List<OfServer> servers = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            servers.add(new OfServer(chosen[i], failed[i], cut[i]));
        }
        return new BalancerCounts(servers, retried, turnedAway, changes);
    }

    synchronized void chosen(int server, boolean again) {
        chosen[server]++;
        retried += again ? 1 : 0;
    }

    synchronized void failed(int server) {
        failed[server]++;
    }

    synchronized void cut(int server, int connections) {
        cut[server] += connections;
    }

    synchronized void turnedAway() {
        turnedAway++;
    }

    synchronized void changed(long atNanos, int server, boolean up) {
        if (changes.size() < BalancerCounts.CHANGES_MOST) {
            changes.add(new Change(atNanos, server, up));
        }
    }
}
