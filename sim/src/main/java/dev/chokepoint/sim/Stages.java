package dev.chokepoint.sim;

import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Phase;

/**
 * What can happen to a message at one host.
 *
 * @param source waits for its program to begin
 * @param cpu its program works on it
 * @param held its program keeps it
 * @param window its connection keeps it back
 * @param recovery it arrived, but is not complete or has no room
 * @param inbox it waits for its program after its arrival
 */
record Stages(Stage source, Stage cpu, Stage held, Stage window, Stage recovery, Stage inbox) {
    Stages(Observer observer, String host) {
        this(
                new Stage(observer, Phase.SOURCE, host),
                new Stage(observer, Phase.CPU, host),
                new Stage(observer, Phase.HELD, host),
                new Stage(observer, Phase.WINDOW, host),
                new Stage(observer, Phase.RECOVERY, host),
                new Stage(observer, Phase.INBOX, host));
    }
}
