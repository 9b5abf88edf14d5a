package dev.chokepoint.host.blocking;

import java.io.Serial;

/** A task threw a checked exception, or got stuck outside this package; either fails the program. */
public final class TaskFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    TaskFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
