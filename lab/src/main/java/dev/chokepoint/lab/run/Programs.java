package dev.chokepoint.lab.run;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Program;
import dev.chokepoint.lab.measure.Window;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.App.Ask;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.programs.ask.AskLoad;
import dev.chokepoint.programs.ask.AskLoadConfig;
import dev.chokepoint.programs.ask.AskServer;
import dev.chokepoint.programs.ask.AskServerConfig;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The programs of a scenario's hosts. */
record Programs(Scenario scenario) {
    /** A new server program that listens at {@code at} and tells where it really does. */
    Program server(Address at, Consumer<Address> onListening) {
        return switch (scenario.app()) {
            case Ask ask ->
                new AskServer(new AskServerConfig(at, scenario.stream(), ask.responseBytes(), ask.work()), onListening);
        };
    }

    /** A new load program of a client group; message numbers of different groups never meet. */
    Program load(ClientGroup group, Address server, Window window, LongConsumer sendLagNanos) {
        return switch (scenario.app()) {
            case Ask ask ->
                new AskLoad(
                        new AskLoadConfig(
                                server,
                                scenario.stream(),
                                group.count(),
                                group.queue(),
                                ask.requestBytes(),
                                group.load(),
                                window.loadStartNanos(),
                                window.endNanos(),
                                scenario.clients().indexOf(group),
                                scenario.clients().size()),
                        sendLagNanos);
        };
    }

    /** How long before the load the clients begin to connect: a second for the machine, and some round trips. */
    long connectNanos() {
        return 1_000_000_000L + 4 * roundTripNanos();
    }

    /** How long after the load answers are still waited for. */
    long drainNanos() {
        return 1_000_000_000L + 10 * roundTripNanos();
    }

    private long roundTripNanos() {
        return scenario.clients().stream()
                .mapToLong(group -> group.up().latencyNanos()
                        + group.up().jitterNanos()
                        + group.down().latencyNanos()
                        + group.down().jitterNanos())
                .max()
                .orElse(0);
    }
}
