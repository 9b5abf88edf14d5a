package dev.chokepoint.programs.chat.load;

import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.programs.peer.Ramp;
import dev.chokepoint.programs.talk.Talk;
import java.util.function.LongConsumer;

/**
 * Many people who talk over IRC, each with a connection of their own: they register, join their room, say what the plan says and
 * receive what others say. A message of somebody who is not in the room fails, as {@code not joined} before they were ever there,
 * and else by why the connection was lost ({@code refused}, {@code reset}, {@code closed}, {@code timed out}, …). Who loses a
 * connection opens one to the next server, after a delay that doubles with each failure in a row up to a few seconds.
 */
public final class IrcLoad implements Program {
    private final IrcLoadConfig config;
    private final LongConsumer sendLagNanos;

    /**
     * A load.
     *
     * @param config what it does
     * @param sendLagNanos told for each message, on the lane, how long after its intended time the program came to it
     */
    public IrcLoad(IrcLoadConfig config, LongConsumer sendLagNanos) {
        this.config = config;
        this.sendLagNanos = sendLagNanos;
    }

    @Override
    public void start(Host host) {
        IrcTalkers talkers = new IrcTalkers(host, config);
        int people = config.plan().rooms().people();
        Ramp.begin(host, people, (config.plan().startNanos() - host.nanoTime()) / 4 * 3, talkers::come);
        new Talk(host, config.plan(), talkers, sendLagNanos);
    }
}
