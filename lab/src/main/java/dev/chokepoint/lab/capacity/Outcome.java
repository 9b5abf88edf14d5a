package dev.chokepoint.lab.capacity;

/** What became of a load that was tried. */
public enum Outcome {
    /** Every objective was met, each by more than its figure's interval. */
    MET,
    /** An objective was missed by more than its figure's interval. */
    MISSED,
    /** An objective's limit lies inside its figure's interval, however often the load was tried. */
    UNDECIDED,
    /** What was measured proves nothing: the load generator or this machine was the limit. */
    VOID
}
