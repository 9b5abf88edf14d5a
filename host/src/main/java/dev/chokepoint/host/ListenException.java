package dev.chokepoint.host;

import java.io.Serial;

/** A listener could not be opened. The message says where, why and what to do. */
public final class ListenException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** The kinds of failure a program can act on. */
    public enum Reason {
        /** Somebody else listens there. */
        IN_USE,
        /** The address is not one of this host's. */
        NOT_LOCAL,
        /** This user may not listen there. */
        DENIED,
        /** This machine has no such address family, or the path can't be used. */
        UNSUPPORTED
    }

    private final Reason reason;

    /**
     * Describes a failed listen.
     *
     * @param at where
     * @param reason the kind of failure
     * @param detail the cause in words, with what to do next
     */
    public ListenException(Address at, Reason reason, String detail) {
        super("can't listen on " + at + ": " + detail);
        this.reason = reason;
    }

    /**
     * The kind of failure.
     *
     * @return never null
     */
    public Reason reason() {
        return reason;
    }
}
