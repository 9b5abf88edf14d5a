package dev.chokepoint.lab.programs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Somebody else's program, run to its end. */
final class Peer {
    private static final long PATIENCE_SECONDS = 60;

    private Peer() {}

    /** What it prints. Skips the test when it isn't installed, unless CHOKEPOINT_REQUIRE_PEERS=1 makes that a failure. */
    static String run(String program, String... arguments) throws IOException, InterruptedException {
        requireInstalled(program);
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }

    static void requireInstalled(String program) {
        boolean installed = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(folder -> new File(folder, program).canExecute());
        if (installed) {
            return;
        }
        String missing = program + " is not installed: .ci/run installs what these tests talk to";
        if ("1".equals(System.getenv("CHOKEPOINT_REQUIRE_PEERS"))) {
            fail(missing);
        }
        abort(missing);
    }
}
