package dev.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --pcap} as a user types it; what is in the file is the simulator's tests' business. */
class PcapCommandTest {
    private static final String SCENARIO = """
            name: short
            seed: 5
            warmup: 200ms
            duration: 1s
            transport: TRANSPORT
            app: {ask: {request: 200B, response: 20kB, work: 500us}}
            clients:
              - {name: clients, count: 2, load: {poisson: 20/s}, link: {latency: 2ms, bandwidth: 10Mbit/s}}
            """;

    @TempDir
    private Path folder;

    private Run simulate(String transport) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("short.yaml"), SCENARIO.replace("TRANSPORT", transport));
        return Run.of(folder, "simulate", "short.yaml", "--replications", "2", "--pcap", "all.pcapng");
    }

    @Test
    void shouldReplaceTheFileAndSayWhatIsInIt() throws Exception {
        Path file = Files.writeString(folder.resolve("all.pcapng"), "older");

        Run run = simulate("tcp");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().lines().reduce("", (_, last) -> last))
                .matches("Capture: wrote [0-9,]+ packets of 1 link to all.pcapng \\(.*B\\); open it with Wireshark");
        assertThat(Files.readAllBytes(file)).startsWith(0x0a, 0x0d, 0x0d, 0x0a);
        assertThat(folder).isDirectoryNotContaining("glob:**.partial");
    }

    @Test
    void shouldRefuseStreamsWithoutPacketsAndLeaveTheFile() throws Exception {
        Path file = Files.writeString(folder.resolve("all.pcapng"), "older");

        Run run = simulate("ideal");

        assertThat(run.status()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err()).contains("--pcap", "short.yaml", "transport: ideal", "Write transport: tcp");
        assertThat(file).hasContent("older");
    }

    @Test
    void shouldSayBeforeTheRunThatAFileCantBeWritten() throws Exception {
        Files.createDirectory(folder.resolve("all.pcapng"));

        Run run = simulate("tcp");

        assertThat(run.status()).isEqualTo(Exit.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("can't write the capture to all.pcapng: it is a folder");
    }
}
