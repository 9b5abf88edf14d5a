package dev.chokepoint.programs.direct;

import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.programs.peer.Death;
import dev.chokepoint.programs.peer.PeerTally;
import dev.chokepoint.programs.peer.Ramp;
import dev.chokepoint.programs.talk.Talk;
import java.util.function.LongConsumer;

/**
 * Many people who are introduced by a {@link Directory} and talk directly: each listens on an address of their own (where the host
 * has as many, else on a port of their own), and every two in a room have one connection. A message fails as {@code no peer} where
 * nobody is connected and as {@code dead} where its speaker is; its copies are lost to those who are not connected, or whose
 * connection is full. When the directory dies, those who are connected talk on.
 */
public final class DirectLoad implements Program {
    private final DirectLoadConfig config;
    private final PeerTally tally;
    private final LongConsumer sendLagNanos;

    /**
     * A load.
     *
     * @param config what it does
     * @param tally where it counts
     * @param sendLagNanos told for each message, on the lane, how long after its intended time the program came to it
     */
    public DirectLoad(DirectLoadConfig config, PeerTally tally, LongConsumer sendLagNanos) {
        this.config = config;
        this.tally = tally;
        this.sendLagNanos = sendLagNanos;
    }

    @Override
    public void start(Host host) {
        DirectTalkers talkers = new DirectTalkers(host, config, tally);
        int people = config.plan().rooms().people();
        Ramp.begin(host, people, (config.plan().startNanos() - host.nanoTime()) / 4 * 3, talkers::come);
        Death.plan(config.deaths(), host, talkers::die);
        new Talk(host, config.plan(), talkers, sendLagNanos);
    }
}
