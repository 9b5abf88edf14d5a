package dev.chokepoint.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for event loops: named after their host, and woken as exactly as the kernel can. */
final class LaneThread {
    private LaneThread() {}

    static ThreadFactory factory(String host) {
        AtomicInteger count = new AtomicInteger();
        return body -> {
            Thread thread = new io.netty.util.concurrent.FastThreadLocalThread(
                    () -> {
                        sharpenTimers();
                        body.run();
                    },
                    host + " lane " + count.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Linux lets a thread's timers fire up to 50 µs late to save wake-ups; that much would blur an emulated link. */
    private static void sharpenTimers() {
        try {
            String thread = Files.readSymbolicLink(Path.of("/proc/thread-self"))
                    .getFileName()
                    .toString();
            Files.writeString(Path.of("/proc", thread, "timerslack_ns"), "1");
        } catch (IOException | RuntimeException e) {
            // Not Linux, or not allowed: timers are a little later, and the lateness that is measured says so.
        }
    }
}
