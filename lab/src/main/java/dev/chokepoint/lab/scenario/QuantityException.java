package dev.chokepoint.lab.scenario;

import java.io.Serial;

/** A text is not the quantity it should be. The message says what is wrong, the hint what to write. */
public final class QuantityException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String hint;

    QuantityException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /**
     * What to do next.
     *
     * @return such as {@code write 20ms or 20s}
     */
    public String hint() {
        return hint;
    }
}
