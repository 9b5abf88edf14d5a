package dev.chokepoint.lab.difference;

import java.io.Serial;

/** Two runs have nothing that could be compared; the message says why and what would. */
public final class IncomparableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /**
     * They can't be compared.
     *
     * @param message why, and what to do
     */
    public IncomparableException(String message) {
        super(message);
    }
}
