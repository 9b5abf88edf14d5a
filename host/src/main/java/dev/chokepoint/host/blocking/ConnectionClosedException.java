package dev.chokepoint.host.blocking;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import java.io.IOException;
import java.io.Serial;

/** A connection could not be opened, or is over and was not ended in order by the peer. */
public final class ConnectionClosedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // records of strings and numbers; never serialised by us
    private final CloseReason reason;

    ConnectionClosedException(Address remote, CloseReason reason) {
        super("connection to " + remote + " is closed: " + reason);
        this.reason = reason;
    }

    /**
     * Why.
     *
     * @return never null
     */
    public CloseReason reason() {
        return reason;
    }
}
