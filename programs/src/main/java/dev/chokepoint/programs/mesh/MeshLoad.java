package dev.chokepoint.programs.mesh;

import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.programs.peer.Death;
import dev.chokepoint.programs.peer.PeerTally;
import dev.chokepoint.programs.peer.Ramp;
import dev.chokepoint.programs.talk.Talk;
import java.util.function.LongConsumer;

/**
 * Many peers without a server. Each listens on an address of their own (where the host has as many, else on a port of their own) and
 * knows from the start where those in the room listen, a list that says nothing of who lives. A message fails as {@code no peer}
 * where its speaker has no neighbour and as {@code dead} where the speaker is; its copies are lost to those whom it does not reach.
 */
public final class MeshLoad implements Program {
    private final MeshLoadConfig config;
    private final PeerTally tally;
    private final LongConsumer sendLagNanos;

    /**
     * A load.
     *
     * @param config what it does
     * @param tally where it counts
     * @param sendLagNanos told for each message, on the lane, how long after its intended time the program came to it
     */
    public MeshLoad(MeshLoadConfig config, PeerTally tally, LongConsumer sendLagNanos) {
        this.config = config;
        this.tally = tally;
        this.sendLagNanos = sendLagNanos;
    }

    @Override
    public void start(Host host) {
        MeshTalkers talkers = new MeshTalkers(host, config, tally);
        int people = config.plan().rooms().people();
        Ramp.begin(host, people, (config.plan().startNanos() - host.nanoTime()) / 4 * 3, talkers::come);
        Death.plan(config.deaths(), host, talkers::die);
        new Talk(host, config.plan(), talkers, sendLagNanos);
    }
}
