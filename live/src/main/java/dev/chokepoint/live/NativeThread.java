package dev.chokepoint.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A thread as Linux knows it, under /proc; elsewhere nothing is known. */
final class NativeThread {
    /** The number of no thread. */
    static final long UNKNOWN = -1;

    private static final String SLEPT = "voluntary_ctxt_switches:";

    private NativeThread() {}

    /** The present thread's number. */
    static long current() {
        try {
            return Long.parseLong(Files.readSymbolicLink(Path.of("/proc/thread-self"))
                    .getFileName()
                    .toString());
        } catch (IOException | RuntimeException e) {
            return UNKNOWN; // not Linux
        }
    }

    /** How often a thread of this process has given up its core to wait for something; 0 when that is not known. */
    static long slept(long thread) {
        if (thread == UNKNOWN) {
            return 0;
        }
        try {
            return Files.readAllLines(Path.of("/proc/self/task", Long.toString(thread), "status")).stream()
                    .filter(line -> line.startsWith(SLEPT))
                    .mapToLong(line ->
                            Long.parseLong(line.substring(SLEPT.length()).trim()))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | NumberFormatException e) {
            return 0; // it has ended
        }
    }
}
