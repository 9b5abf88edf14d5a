package dev.chokepoint.sim;

/** Something that waits in a lane's inbox to call the program. */
interface Callback {
    /** Takes it out of the inbox; false when the call is no longer wanted, which costs nothing. */
    boolean take(EventKind kind);

    /** Calls the program, and returns a number that the trace should remember, such as how many bytes it was given. */
    long call(EventKind kind);
}
