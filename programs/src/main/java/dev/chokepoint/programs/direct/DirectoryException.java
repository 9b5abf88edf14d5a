package dev.chokepoint.programs.direct;

import java.io.Serial;

/** A line that the directory does not understand or allow. The message is for whoever sent it. */
final class DirectoryException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    DirectoryException(String message) {
        super(message, null, false, false);
    }
}
