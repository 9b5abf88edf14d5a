package dev.chokepoint.programs.peer;

import java.util.concurrent.atomic.LongAdder;

/** Counts what the people of a host do. Told on their lane, asked in any thread. */
public final class PeerTally {
    private final LongAdder said = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder linked = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAdder hops = new LongAdder();

    /** Nothing counted yet. */
    public PeerTally() {}

    /**
     * The counts so far.
     *
     * @return a copy; while the lane runs, its numbers may be of slightly different moments
     */
    public PeerCounts counts() {
        return new PeerCounts(
                said.sum(),
                sent.sum(),
                received.sum(),
                duplicates.sum(),
                refused.sum(),
                linked.sum(),
                lost.sum(),
                hops.sum());
    }

    /** Somebody said a message. */
    public void said() {
        said.increment();
    }

    /**
     * Somebody got a message for the first time.
     *
     * @param over so many connections
     */
    public void received(int over) {
        received.increment();
        hops.add(over);
    }

    /** Somebody got a message again. */
    public void duplicate() {
        duplicates.increment();
    }

    void sent(boolean taken) {
        (taken ? sent : refused).increment();
    }

    void linked() {
        linked.increment();
    }

    void lost() {
        lost.increment();
    }
}
