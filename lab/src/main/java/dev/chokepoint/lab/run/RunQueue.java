package dev.chokepoint.lab.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * How long this process's threads were ready to run and had no core: {@code schedstat} of proc(5), Linux only. Those that compile
 * don't count: they {@linkplain Background yield to all}.
 */
final class RunQueue {
    private static final Path TASKS = Path.of("/proc/self/task");

    private RunQueue() {}

    /** Nanoseconds waited since the process began, all living threads that count together; 0 where the system doesn't tell. */
    static long waitedNanos() {
        if (!Files.isDirectory(TASKS)) {
            return 0;
        }
        long waited = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
            for (Path task : tasks) {
                waited += Background.compiles(task) ? 0 : waitedNanos(task.resolve("schedstat"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + TASKS + ": " + e.getMessage(), e);
        }
        return waited;
    }

    private static long waitedNanos(Path schedstat) throws IOException {
        try {
            String ranThenWaited = Files.readString(schedstat).trim();
            int first = ranThenWaited.indexOf(' ');
            return Long.parseLong(ranThenWaited.substring(first + 1, ranThenWaited.indexOf(' ', first + 1)));
        } catch (NoSuchFileException e) {
            return 0; // that thread has just ended, or this kernel counts nothing
        }
    }
}
