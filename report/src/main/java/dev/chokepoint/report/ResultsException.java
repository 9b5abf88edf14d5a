package dev.chokepoint.report;

import java.io.Serial;

/** A file holds no results that could be read; the message says which file, why, and what to do. */
public final class ResultsException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    ResultsException(String message, Throwable cause) {
        super(message, cause);
    }

    ResultsException(String message) {
        super(message);
    }
}
