package dev.chokepoint.sim;

/** Something that events happen to. It outlives its events, so that an event needs no object of its own. */
abstract class Actor {
    /** The number of the host it belongs to, for the trace. Changes only where actors are used again. */
    int host;

    Actor(int host) {
        this.host = host;
    }

    /**
     * An event is due.
     *
     * @param kind which of this actor's events
     */
    abstract void fire(EventKind kind);
}
