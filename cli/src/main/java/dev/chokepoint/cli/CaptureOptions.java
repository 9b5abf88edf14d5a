package dev.chokepoint.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a command that simulates writes its packets down. */
final class CaptureOptions {
    @Option(
            names = "--pcap",
            paramLabel = "FILE",
            description = "write the packets of the (first) simulation, for Wireshark (pcapng, at most 1 GB)")
    private Path pcap;

    Optional<Path> pcap() {
        return Optional.ofNullable(pcap);
    }
}
