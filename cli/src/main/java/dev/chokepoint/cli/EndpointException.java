package dev.chokepoint.cli;

import java.io.Serial;

/** An endpoint of our own could not be opened. The message says where, why and what to do. */
final class EndpointException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    EndpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
