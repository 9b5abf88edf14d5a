package dev.chokepoint.programs.nats;

import java.io.Serial;

/** The peer breaks the protocol. Its message is what {@code -ERR} says. Has no stack trace, so that a hostile peer costs little. */
final class NatsException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    NatsException(String error) {
        super(error, null, false, false);
    }
}
