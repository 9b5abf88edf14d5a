package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Host;
import dev.chokepoint.programs.load.Arrivals;
import dev.chokepoint.programs.load.Workload;
import java.util.function.LongConsumer;

/** What wants the clients' services: told by {@link Clients} what becomes of them. */
interface Demand {
    /** The client has nothing to do, and may be asked. */
    void onIdle(int client);

    /** The idle client has lost its connection and must not be asked before it is idle again. */
    void onLost(int client);

    /** The client has failed to connect a few times in a row, and goes on trying. */
    void onDown(int client);

    /** The demand of a load's workload. */
    static Demand of(Host host, LoadPlan plan, Clients clients, LongConsumer sendLagNanos) {
        return switch (plan.workload()) {
            case Workload.Open open -> {
                Arrivals arrivals = Arrivals.of(open, plan.startNanos(), host.random());
                yield new OpenLoop(host, plan, clients, arrivals, sendLagNanos);
            }
            case Workload.Closed closed -> new ClosedLoop(host, plan, clients, closed.think(), sendLagNanos);
        };
    }
}
