package dev.chokepoint.sim;

import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Phase;

/** A phase at a place. The observer is asked for its number when a message first gets there. */
final class Stage {
    private static final int UNKNOWN = -1;

    private final Observer observer;
    private final Phase phase;
    private final String place;
    private int number = UNKNOWN;

    Stage(Observer observer, Phase phase, String place) {
        this.observer = observer;
        this.phase = phase;
        this.place = place;
    }

    /** Whether it is for what was lost. */
    boolean isRecovery() {
        return phase == Phase.RECOVERY;
    }

    /** The message is in this phase at this place from {@code atNanos} on. */
    void enter(long message, long atNanos) {
        if (number == UNKNOWN) {
            number = observer.stage(phase, place);
        }
        observer.enter(message, number, atNanos);
    }
}
