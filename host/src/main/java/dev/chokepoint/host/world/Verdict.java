package dev.chokepoint.host.world;

/** What a {@link Rule} does with a {@link Passage}. */
public sealed interface Verdict {
    /** Nothing: the next rule is asked. */
    Verdict PASS = new Pass();

    /** It vanishes. */
    Verdict DROP = new Drop();

    /** Nothing: the next rule is asked. */
    record Pass() implements Verdict {}

    /**
     * It arrives later than it would; on a stream, so does what follows.
     *
     * @param nanos by how much
     */
    record Delay(long nanos) implements Verdict {
        /** Checks the time. */
        public Delay {
            if (nanos < 0) {
                throw new IllegalArgumentException("a delay of " + nanos + " ns: must be 0 or more");
            }
        }
    }

    /** It vanishes. A stream that has no packets can't lose anything: there it waits until the rule is gone. */
    record Drop() implements Verdict {}
}
