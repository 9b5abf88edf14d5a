package dev.chokepoint.live;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** This process's file descriptors: every socket takes one. */
public final class Descriptors {
    static final String HOW = "raise the limit with `ulimit -n N` in the shell that starts this, for good with"
            + " \"* hard nofile N\" in /etc/security/limits.conf or LimitNOFILE=N in a systemd unit";
    /** What a process needs beside its sockets: jars, libraries, event loops, reports. */
    private static final long RESERVE = 64;

    private Descriptors() {}

    /**
     * How many this process may open at once (the JVM has raised its soft limit to the hard one).
     *
     * @return RLIMIT_NOFILE, or {@link Long#MAX_VALUE} where the system has none
     */
    public static long limit() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    /**
     * How many are open now.
     *
     * @return descriptors, 0 where the system doesn't tell
     */
    public static long open() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    /**
     * Checks before a run that its sockets will fit.
     *
     * @param sockets how many this process will open at once
     * @throws IllegalStateException they don't fit: how many are needed, how many are allowed, how to raise the limit
     */
    public static void require(long sockets) {
        long needed = sockets + Math.max(RESERVE, open());
        long allowed = limit();
        if (needed > allowed) {
            throw new IllegalStateException("this run needs " + needed + " file descriptors (" + sockets
                    + " sockets and the program's own), but this process may open " + allowed + ": " + HOW
                    + ", or use fewer connections");
        }
    }
}
