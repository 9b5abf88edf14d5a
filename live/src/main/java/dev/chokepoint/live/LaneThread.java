package dev.chokepoint.live;

import dev.chokepoint.host.world.HostSpec;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for event loops: named after their host, and woken as exactly as the kernel can. */
final class LaneThread {
    private LaneThread() {}

    static ThreadFactory factory(HostSpec host) {
        AtomicInteger count = new AtomicInteger();
        return body -> {
            Thread thread = new FastThreadLocalThread(
                    () -> {
                        sharpenTimers();
                        body.run();
                    },
                    name(host, count.getAndIncrement()));
            thread.setDaemon(true);
            return thread;
        };
    }

    static String name(HostSpec host, int number) {
        return host.name() + (number < host.lanes() ? " lane " + number : " acceptor");
    }

    /** Linux lets a thread's timers fire up to 50 µs late to save wake-ups; that much would blur an emulated link. */
    static void sharpenTimers() {
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
