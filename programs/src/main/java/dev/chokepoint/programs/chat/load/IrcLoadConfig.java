package dev.chokepoint.programs.chat.load;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.talk.TalkPlan;
import java.util.List;

/**
 * What an {@link IrcLoad} does.
 *
 * @param plan what is said; people come together over three quarters of the time before
 * @param servers where people connect: the first the first's, the next the next's, and round again
 * @param stream the limits of each connection
 * @param firstPerson the number of the first person among all on these servers, so that nobody has another's nickname
 * @param firstRoom the number of the first room among all
 */
public record IrcLoadConfig(
        TalkPlan plan, List<Address> servers, StreamOptions stream, int firstPerson, int firstRoom) {
    /** Copies the list, and checks the numbers. */
    public IrcLoadConfig {
        servers = List.copyOf(servers);
        if (servers.isEmpty() || firstPerson < 0 || firstRoom < 0) {
            throw new IllegalArgumentException(servers.size() + " servers, first person " + firstPerson
                    + ", first room " + firstRoom + ": must be at least 1 server, and numbers from 0");
        }
    }
}
