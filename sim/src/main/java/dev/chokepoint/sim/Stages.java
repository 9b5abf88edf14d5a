package dev.chokepoint.sim;

import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Phase;

/**
 * The observer's numbers for what can happen to a message at one host.
 *
 * @param source waits for its program to begin
 * @param cpu its program works on it
 * @param held its program keeps it
 * @param window its connection keeps it back
 * @param inbox it waits for its program after its arrival
 */
record Stages(int source, int cpu, int held, int window, int inbox) {
    Stages(Observer observer, String host) {
        this(
                observer.stage(Phase.SOURCE, host),
                observer.stage(Phase.CPU, host),
                observer.stage(Phase.HELD, host),
                observer.stage(Phase.WINDOW, host),
                observer.stage(Phase.INBOX, host));
    }
}
