package dev.chokepoint.lab.run;

import dev.chokepoint.programs.balance.BalancerTally;
import dev.chokepoint.programs.balance.Draining;

/** What the lanes of a balancer share with the run: which servers it drains, and where it counts. Any thread. */
record Balancing(Draining draining, BalancerTally tally) {
    Balancing(int servers) {
        this(new Draining(servers), new BalancerTally(servers));
    }
}
