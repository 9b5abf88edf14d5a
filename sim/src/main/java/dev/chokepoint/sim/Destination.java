package dev.chokepoint.sim;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Address.Inet;
import java.util.Optional;

/**
 * Where a datagram goes.
 *
 * @param end the receiver
 * @param route the way there; none when there is no way
 */
record Destination(End end, Optional<Route> route) {
    /** Of a socket that has sent nothing yet. */
    static final Destination NOWHERE = new Destination(new End(Address.inet("0.0.0.0", 0), 0), Optional.empty());

    boolean is(Inet address) {
        return end.at().equals(address);
    }
}
