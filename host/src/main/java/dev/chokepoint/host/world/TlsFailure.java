package dev.chokepoint.host.world;

import dev.chokepoint.host.CloseReason;

/** TLS has come to nothing: what a {@link TlsEngine} had to say to the peer about it is said. */
public final class TlsFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final transient CloseReason reason;

    /**
     * A failure.
     *
     * @param reason what the program is told
     */
    public TlsFailure(CloseReason reason) {
        super(reason.toString());
        this.reason = reason;
    }

    /**
     * What the program is told.
     *
     * @return why the connection closes
     */
    public CloseReason reason() {
        return reason;
    }
}
