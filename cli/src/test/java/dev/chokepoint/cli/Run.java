package dev.chokepoint.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A command in a process of its own, as a user's shell starts it. */
record Run(int status, String out, String err) {
    private static final int PATIENCE_SECONDS = 120;

    /** Runs a command to its end in a folder. */
    static Run of(Path folder, String... arguments) throws IOException, InterruptedException {
        try (Started started = start(folder, arguments)) {
            return started.end();
        }
    }

    /** Runs a command that may open so many files. */
    static Run limited(Path folder, int descriptors, String... arguments) throws IOException, InterruptedException {
        List<String> shell = List.of("bash", "-c", "ulimit -n " + descriptors + "; exec \"$@\"", "limited");
        try (Started started = start(folder, shell, arguments)) {
            return started.end();
        }
    }

    /** Runs a command on a terminal of its own, where somebody types; all output is one stream there. */
    static Run typed(Path folder, String typed, String... arguments) throws IOException, InterruptedException {
        List<String> shell = List.of(
                "bash",
                "-c",
                "printf '" + typed.replace("\n", "\\n") + "' | script -qec \"$(printf '%q ' \"$@\")\" /dev/null",
                "typed");
        try (Started started = start(folder, shell, arguments)) {
            return started.end();
        }
    }

    /** Runs a command whose standard input is a file. */
    static Run reading(Path folder, Path input, String... arguments) throws IOException, InterruptedException {
        List<String> shell = List.of("bash", "-c", "exec \"${@:2}\" < \"$1\"", "reading", input.toString());
        try (Started started = start(folder, shell, arguments)) {
            return started.end();
        }
    }

    static Started start(Path folder, String... arguments) throws IOException {
        return start(folder, List.of(), arguments);
    }

    private static Started start(Path folder, List<String> prefix, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dstdout.encoding=UTF-8",
                "-Dchokepoint.home=" + System.getProperty("chokepoint.root"),
                "-cp",
                absoluteClassPath(),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Started(process, out, err);
    }

    private static String absoluteClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A command that runs. */
    record Started(Process process, Path out, Path err) implements AutoCloseable {
        String outSoFar() throws IOException {
            return Files.readString(out, StandardCharsets.UTF_8);
        }

        /** Waits until a text is in the output. */
        void awaitOutput(String text) throws IOException, InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!outSoFar().contains(text)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new AssertionError("no \"" + text + "\" in:\n" + outSoFar() + Files.readString(err));
                }
                process.waitFor(50, TimeUnit.MILLISECONDS);
            }
        }

        /** Ctrl-C. */
        void interrupt() throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }

        Run end() throws IOException, InterruptedException {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("still running after " + PATIENCE_SECONDS + " s:\n" + outSoFar());
            }
            return new Run(process.exitValue(), outSoFar(), Files.readString(err, StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
