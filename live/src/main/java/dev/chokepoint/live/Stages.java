package dev.chokepoint.live;

import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Phase;

/** The stages that messages pass at one host, and whether anybody wants to know. */
@SuppressWarnings("ReferenceEquality") // Observer.NONE is one object
record Stages(Observer observer, boolean on, int source, int cpu, int held, int window) {
    static Stages of(Observer observer, String host) {
        return new Stages(
                observer,
                observer != Observer.NONE,
                observer.stage(Phase.SOURCE, host),
                observer.stage(Phase.CPU, host),
                observer.stage(Phase.HELD, host),
                observer.stage(Phase.WINDOW, host));
    }
}
