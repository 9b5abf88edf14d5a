package dev.chokepoint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The CPU time of a process, summed over its threads, from Linux's scheduler: exact to the nanosecond, unlike its ticks. */
public final class ServerCpu {
    private ServerCpu() {}

    /**
     * The CPU time so far.
     *
     * @param pid the process
     * @return nanoseconds
     * @throws IOException there is no such process, or this is not Linux
     */
    public static long nanos(long pid) throws IOException {
        List<Path> threads;
        try (Stream<Path> list = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            threads = list.toList();
        }
        long sum = 0;
        for (Path thread : threads) {
            sum += threadNanos(thread.resolve("schedstat"));
        }
        return sum;
    }

    private static long threadNanos(Path schedstat) throws IOException {
        try {
            String text = Files.readString(schedstat);
            return Long.parseLong(text.substring(0, text.indexOf(' ')));
        } catch (NoSuchFileException e) {
            return 0; // a thread that has just ended
        }
    }
}
