package dev.chokepoint.lab.run;

import java.io.Serial;

/** A run could not be made, or broke: what happened and what to do next, for people. */
public final class RunException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Says what happened.
     *
     * @param message for people, with the next step
     */
    public RunException(String message) {
        super(message);
    }

    /**
     * Says what happened, and keeps the cause.
     *
     * @param message for people, with the next step
     * @param cause what was thrown
     */
    public RunException(String message, Throwable cause) {
        super(message, cause);
    }
}
