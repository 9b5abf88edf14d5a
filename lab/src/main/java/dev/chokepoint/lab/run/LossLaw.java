package dev.chokepoint.lab.run;

import dev.chokepoint.lab.scenario.Quantities;
import dev.chokepoint.lab.scenario.Route;
import dev.chokepoint.lab.scenario.Route.Leg;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.App.Ask;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Transport;
import java.util.List;
import java.util.Optional;

/**
 * What loss leaves of a TCP connection: segment / round trip × √(3 / (2 b loss)), where one acknowledgement comes for b
 * segments (Mathis, Semke, Mahdavi and Ott 1997). The window that it speaks of is no resource that a scenario could have more
 * of, so a diagnosis would not name it.
 */
final class LossLaw {
    /** Without headers; the law is no better than that. */
    private static final double SEGMENT_BITS = 1448 * 8;

    private LossLaw() {}

    /** A sentence for each group whose connections fill their windows and can't fill their way. */
    static List<String> notes(Scenario scenario) {
        return scenario.clients().stream()
                .flatMap(group -> note(scenario, group).stream())
                .toList();
    }

    private static Optional<String> note(Scenario scenario, ClientGroup group) {
        if (!(scenario.transport() instanceof Transport.Tcp tcp) || !(scenario.app() instanceof Ask ask)) {
            return Optional.empty();
        }
        Route route = Route.of(scenario, group);
        boolean down = ask.responseBytes() >= ask.requestBytes();
        List<Leg> way = down ? route.down() : route.up();
        double loss = loss(way);
        long most = way.stream()
                .mapToLong(leg -> leg.direction().bitsPerSecond())
                .min()
                .orElse(Long.MAX_VALUE);
        double each = SEGMENT_BITS
                * 1e9
                / Math.max(1, route.latencyNanos())
                * Math.sqrt(3 / (2.0 * tcp.options().delayedAckSegments() * loss));
        boolean fills = Math.max(ask.requestBytes(), ask.responseBytes()) * 8.0
                > tcp.options().initialWindowSegments() * SEGMENT_BITS;
        return loss > 0 && fills && each * group.count() < most
                ? Optional.of("a connection of " + group.name() + " can carry about "
                        + Quantities.bandwidth(Math.round(each)) + " on a way that loses " + Quantities.percent(loss)
                        + " of its packets, whatever the links' bandwidth (the law of Mathis; CUBIC up to twice that): where"
                        + " a send window is what is waited for, that is the limit, and not a link")
                : Optional.empty();
    }

    private static double loss(List<Leg> way) {
        double kept = 1;
        for (Leg leg : way) {
            kept *= 1 - leg.direction().packets().impairment().loss();
        }
        return 1 - kept;
    }
}
