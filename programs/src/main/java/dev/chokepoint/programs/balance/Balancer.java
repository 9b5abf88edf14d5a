package dev.chokepoint.programs.balance;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Server;
import java.util.function.Consumer;

/**
 * A load balancer: for each connection of a client it opens one to a server and passes bytes both ways, half-closes and aborts
 * included. A side that can't send for now pauses the other, so a connection never holds more than its limits. A server that
 * does not take the connection is followed by another, and the client aborted when none is left. Connections to a server that is
 * found ill are aborted, so that their clients notice.
 */
public final class Balancer implements Program {
    private final BalancerConfig config;
    private final Draining draining;
    private final BalancerTally tally;
    private final Consumer<Address> onListening;

    /**
     * One lane of a balancer.
     *
     * @param config what it does
     * @param draining which servers are out of service; of as many as the config has
     * @param tally where it counts; of as many as the config has
     * @param onListening told the bound address, on the lane, once it listens
     */
    public Balancer(BalancerConfig config, Draining draining, BalancerTally tally, Consumer<Address> onListening) {
        this.config = config;
        this.draining = draining;
        this.tally = tally;
        this.onListening = onListening;
    }

    @Override
    public void start(Host host) {
        BalancerLane lane = new BalancerLane(host, config, draining, tally);
        Server server = host.listen(config.listen(), config.stream(), _ -> new Relay(lane));
        lane.startChecks();
        onListening.accept(server.local());
    }
}
