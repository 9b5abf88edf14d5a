package dev.chokepoint.lab.scenario;

import dev.chokepoint.host.world.OffloadPool;
import dev.chokepoint.live.IoModel;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The server host, or each of several equal ones.
 *
 * @param count how many there are; each connection goes to one of them, in turn or as the balancer chooses
 * @param cores its CPU cores
 * @param lanes how many single-threaded lanes (event loops) the server program runs on them
 * @param io how it waits for its sockets over real ones; the simulator knows event loops only
 * @param offload the pool that does the app's work beside the lanes; empty where the lanes do it
 * @param machine whose cores it shares with other hosts, if any
 */
public record ServerSpec(
        int count, int cores, int lanes, IoModel io, Optional<OffloadPool> offload, Optional<String> machine) {
    /** The server's name; several are counted together under it. */
    public static final String NAME = "server";

    /** The name of the place before several servers, from which a way leads to each. */
    public static final String BEFORE_SEVERAL = "servers";

    private static final Pattern NUMBERED = Pattern.compile("\\b" + NAME + "-[0-9]+\\b");

    /**
     * The hosts' names.
     *
     * @return one, or numbered ones
     */
    public List<String> names() {
        return count == 1
                ? List.of(NAME)
                : IntStream.rangeClosed(1, count)
                        .mapToObj(number -> NAME + "-" + number)
                        .toList();
    }

    /**
     * The name under which equal servers are counted together.
     *
     * @param name of a host, a link direction or a resource
     * @return the same without the server's number
     */
    public static String together(String name) {
        return name.contains(NAME + "-") ? NUMBERED.matcher(name).replaceAll(NAME) : name;
    }

    /**
     * A copy with more or fewer servers.
     *
     * @param other the new {@link #count()}
     * @return the copy
     */
    public ServerSpec withCount(int other) {
        return new ServerSpec(other, cores, lanes, io, offload, machine);
    }

    /**
     * A copy with more or fewer cores.
     *
     * @param otherCores the new {@link #cores()}
     * @param otherLanes the new {@link #lanes()}
     * @return the copy
     */
    public ServerSpec withCores(int otherCores, int otherLanes) {
        return new ServerSpec(count, otherCores, otherLanes, io, offload, machine);
    }

    /**
     * A copy that waits for its sockets in another way.
     *
     * @param other the way
     * @return the copy
     */
    public ServerSpec withIo(IoModel other) {
        return new ServerSpec(count, cores, lanes, other, offload, machine);
    }

    /**
     * A copy that does the app's work beside its lanes.
     *
     * @param pool on which threads
     * @return the copy
     */
    public ServerSpec with(OffloadPool pool) {
        return new ServerSpec(count, cores, lanes, io, Optional.of(pool), machine);
    }

    /**
     * A copy on a machine.
     *
     * @param other its name
     * @return the copy
     */
    public ServerSpec on(String other) {
        return new ServerSpec(count, cores, lanes, io, offload, Optional.of(other));
    }

    /**
     * Servers that are event loops and have their cores to themselves.
     *
     * @param count how many
     * @param cores their CPU cores
     * @param lanes their lanes
     */
    public ServerSpec(int count, int cores, int lanes) {
        this(count, cores, lanes, IoModel.EVENT_LOOP, Optional.empty(), Optional.empty());
    }

    /**
     * One such server.
     *
     * @param cores its CPU cores
     * @param lanes its lanes
     */
    public ServerSpec(int cores, int lanes) {
        this(1, cores, lanes);
    }
}
