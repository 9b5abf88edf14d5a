package dev.chokepoint.programs.direct;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.peer.Death;
import dev.chokepoint.programs.talk.TalkPlan;
import java.util.List;

/**
 * What a {@link DirectLoad} does.
 *
 * @param group what tells these people and rooms from others that the same directory knows: visible characters
 * @param plan what is said; people come together over three quarters of the time before
 * @param directory who introduces them
 * @param stream the limits of each connection, to the directory and between people
 * @param deaths who dies when
 */
public record DirectLoadConfig(
        String group, TalkPlan plan, Address directory, StreamOptions stream, List<Death> deaths) {
    /** Copies the list, and checks that the dead were alive. */
    public DirectLoadConfig {
        deaths = List.copyOf(deaths);
        Death.check(deaths, plan.rooms().people());
    }
}
