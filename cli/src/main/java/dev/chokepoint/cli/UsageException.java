package dev.chokepoint.cli;

import java.io.Serial;

/** The command line asks for something that can't be: what, and what is allowed. */
final class UsageException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
