package dev.chokepoint.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** A terminal in which a program runs, typed into and looked at as a person would: tmux, with a server of its own. */
final class Pane implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final long LOOK_MILLIS = 100;

    private final String socket;

    private Pane(String socket) {
        this.socket = socket;
    }

    /** Runs a program. The test is skipped when tmux is not there, unless CHOKEPOINT_REQUIRE_PEERS=1 makes that a failure. */
    static Pane run(String name, String... command) throws IOException {
        require("tmux");
        Pane pane = new Pane("chokepoint-" + ProcessHandle.current().pid() + "-" + name);
        List<String> words = new ArrayList<>(List.of("-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30"));
        words.add("exec env TERM=screen-256color LC_ALL=C.UTF-8 " + quoted(command) + "; sleep 60");
        pane.tmux(words);
        pane.tmux(List.of("set-option", "-g", "remain-on-exit", "on"));
        return pane;
    }

    private static String quoted(String... command) {
        return String.join(
                " ", List.of(command).stream().map(word -> "'" + word + "'").toList());
    }

    /** Skips the test when a program isn't installed, unless CHOKEPOINT_REQUIRE_PEERS=1 makes that a failure. */
    static void require(String program) {
        boolean installed = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(folder -> new File(folder, program).canExecute());
        if (!installed) {
            String missing = program + " is not installed: .ci/run installs what these tests talk to";
            if ("1".equals(System.getenv("CHOKEPOINT_REQUIRE_PEERS"))) {
                fail(missing);
            }
            abort(missing);
        }
    }

    private String tmux(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of("tmux", "-L", socket));
        command.addAll(words);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    /** Types a line. */
    void type(String line) throws IOException {
        tmux(List.of("send-keys", "-l", line));
        press("Enter");
    }

    /** Presses keys by tmux's names, such as {@code C-d}. */
    void press(String... keys) throws IOException {
        List<String> words = new ArrayList<>(List.of("send-keys"));
        words.addAll(List.of(keys));
        tmux(words);
    }

    /** Types without pressing Enter. */
    void typeOn(String text) throws IOException {
        tmux(List.of("send-keys", "-l", text));
    }

    /** What is to be seen, lines that have scrolled away included. */
    String text() throws IOException {
        return tmux(List.of("capture-pane", "-p", "-J", "-S", "-500"));
    }

    /** Waits until a text is to be seen. */
    void await(String text) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!text().contains(text)) {
            if (System.nanoTime() > deadline) {
                fail("waited in vain for \"" + text + "\" on this screen:\n" + text());
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        String program = tmux(List.of("display-message", "-p", "#{pane_pid}")).strip();
        tmux(List.of("kill-server"));
        if (program.matches("[0-9]+")) {
            ProcessHandle.of(Long.parseLong(program)).ifPresent(Pane::awaitEnd);
        }
    }

    /** It may still be writing what it remembers of the talk. */
    private static void awaitEnd(ProcessHandle program) {
        try {
            program.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            program.destroyForcibly();
        }
    }
}
