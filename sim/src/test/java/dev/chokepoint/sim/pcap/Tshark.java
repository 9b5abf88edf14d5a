package dev.chokepoint.sim.pcap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What Wireshark's command line reads in a capture. */
public record Tshark(Path capture) {
    private static final long PATIENCE_SECONDS = 120;

    /** By itself Wireshark believes IP and UDP checksums, as network cards fill them in. */
    private static final List<String> CHECKING = List.of(
            "-o",
            "tcp.reassemble_out_of_order:TRUE",
            "-o",
            "ip.check_checksum:TRUE",
            "-o",
            "udp.check_checksum:TRUE",
            "-o",
            "tcp.check_checksum:TRUE");

    /** Packets that no correct sender would send; of checksums, the field says 0 for bad and 1 for good. */
    private static final String WRONG =
            "_ws.malformed || _ws.short || ip.checksum.status == 0 || tcp.checksum.status == 0"
                    + " || udp.checksum.status == 0 || icmp.checksum.status == 0 || icmpv6.checksum.status == 0"
                    + " || _ws.expert.severity == error || ip.fragment.error || ipv6.fragment.error";

    /** One line for each packet that {@code filter} keeps, its fields parted by bars. */
    public List<String> fields(String filter, String... fields) {
        List<String> arguments = new ArrayList<>(CHECKING);
        arguments.addAll(List.of("-r", capture.toString(), "-Y", filter, "-T", "fields", "-E", "separator=|"));
        for (String field : fields) {
            arguments.addAll(List.of("-e", field));
        }
        return run("tshark", arguments).lines().toList();
    }

    /** How many packets {@code filter} keeps. */
    public int count(String filter) {
        return fields(filter, "frame.number").size();
    }

    /** The packets that Wireshark finds fault with: frame number, protocols, expert messages. */
    public List<String> faults() {
        return fields(WRONG, "frame.number", "frame.protocols", "_ws.expert.message");
    }

    /** What the first TCP connection's initiator sent, put together again. */
    public String stream() {
        String followed = run("tshark", List.of("-r", capture.toString(), "-q", "-z", "follow,tcp,raw,0"));
        StringBuilder text = new StringBuilder();
        followed.lines()
                .filter(line -> line.matches("[0-9a-f]+"))
                .forEach(line -> text.append(new String(HexFormat.of().parseHex(line), UTF_8)));
        return text.toString();
    }

    /** A capture of what {@code filter} keeps, beside this one. */
    public Path only(String filter) {
        Path kept = capture.resolveSibling("only-" + capture.getFileName());
        run("tshark", List.of("-r", capture.toString(), "-Y", filter, "-w", kept.toString()));
        return kept;
    }

    /** What capinfos prints about the file. */
    public String capinfos() {
        return run("capinfos", List.of(capture.toString()));
    }

    /** What it prints. Skips the test when it isn't installed, unless CHOKEPOINT_REQUIRE_PEERS=1 makes that a failure. */
    private static String run(String program, List<String> arguments) {
        requireInstalled(program);
        List<String> command =
                Stream.concat(Stream.of(program), arguments.stream()).toList();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(command + "\n" + output).isZero();
            return output;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(command.toString(), e);
        }
    }

    private static void requireInstalled(String program) {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> new File(folder, program).canExecute());
        if (!installed) {
            String missing = program + " is not installed: .ci/run installs what these tests talk to";
            if ("1".equals(System.getenv("CHOKEPOINT_REQUIRE_PEERS"))) {
                fail(missing);
            }
            abort(missing);
        }
    }
}
