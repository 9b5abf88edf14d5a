package dev.chokepoint.report;

import java.io.Serial;

/** A report could not be written; nothing half-written is left. The message says what, where, why and what to do. */
public final class ReportException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    ReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
