package dev.chokepoint.programs.mesh;

import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.peer.Death;
import dev.chokepoint.programs.talk.TalkPlan;
import java.util.List;

/**
 * What a {@link MeshLoad} does.
 *
 * @param plan what is said; people connect over three quarters of the time before
 * @param neighbours how many each person wants among those in the room, at least 2; those that others ask for come on top, up to
 *     twice as many in all
 * @param fanout to how many of them a message is passed on, drawn anew each time, at least 1; {@code neighbours} or more means all
 * @param remembered how many messages a person remembers, to pass none on twice, at least 1
 * @param heartbeatNanos how often a person lets the neighbours know that they live
 * @param stream the limits of each connection
 * @param deaths who dies when
 */
public record MeshLoadConfig(
        TalkPlan plan,
        int neighbours,
        int fanout,
        int remembered,
        long heartbeatNanos,
        StreamOptions stream,
        List<Death> deaths) {
    /** Checks the numbers and copies the list. */
    public MeshLoadConfig {
        require(neighbours >= 2, "neighbours", neighbours, "at least 2");
        require(fanout >= 1, "fanout", fanout, "at least 1");
        require(remembered >= 1, "remembered", remembered, "at least 1");
        require(
                heartbeatNanos >= MeshTalkers.SLICES,
                "heartbeatNanos",
                heartbeatNanos,
                "at least " + MeshTalkers.SLICES);
        deaths = List.copyOf(deaths);
        Death.check(deaths, plan.rooms().people());
    }

    private static void require(boolean holds, String name, long value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + ": must be " + allowed);
        }
    }
}
