package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.load.ServiceTime;
import java.util.List;

/**
 * What an {@link AskDirectory} does.
 *
 * @param listen where; port 0 picks a free port
 * @param stream the limits of each connection
 * @param work the CPU time that each look-up costs
 * @param servers who has what: thing 0 is at the first, thing 1 at the next, and round again; internet addresses, at least one
 */
public record AskDirectoryConfig(Address listen, StreamOptions stream, ServiceTime work, List<Address> servers) {
    /** Checks and copies the list. */
    public AskDirectoryConfig {
        servers = List.copyOf(servers);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("a directory without a server: it needs at least 1");
        }
        for (Address server : servers) {
            if (!(server instanceof Address.Inet)) {
                throw new IllegalArgumentException("server at " + server + ": a Location names an internet address");
            }
        }
        SharedBody.requireRoom(stream);
    }
}
