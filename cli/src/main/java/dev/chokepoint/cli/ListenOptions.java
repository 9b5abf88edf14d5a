package dev.chokepoint.cli;

import dev.chokepoint.host.Address;
import dev.chokepoint.live.IoModel;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a server listens, on how many lanes, and how it waits for its sockets. */
final class ListenOptions {
    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1:8080",
            converter = AddressConverter.class,
            description = "such as 127.0.0.1:8080, [::1]:8080 or unix:/tmp/ask.sock; port 0 picks one"
                    + " (default: ${DEFAULT-VALUE})")
    private Address address;

    @Option(
            names = "--lanes",
            paramLabel = "N",
            defaultValue = "1",
            description = "single-threaded lanes, each with a program of its own (default: ${DEFAULT-VALUE})")
    private int lanes;

    @Mixin
    private MetricsOption metrics;

    @Option(
            names = "--io",
            paramLabel = "MODEL",
            defaultValue = "event-loop",
            converter = IoModels.class,
            completionCandidates = IoModels.Words.class,
            description = IoModels.DESCRIPTION + " (default: ${DEFAULT-VALUE})")
    private IoModel io;

    Address address() {
        return address;
    }

    Serving.Place place() {
        if (lanes < 1 || lanes > 64) {
            throw new UsageException("--lanes " + lanes + ": must be 1 to 64");
        }
        return new Serving.Place(List.of(address), lanes, io, metrics);
    }
}
