package dev.chokepoint.lab.run;

import dev.chokepoint.lab.measure.Footprint;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What this process took of the machine so far. */
final class OwnFootprint {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";

    private OwnFootprint() {}

    static Footprint now(long cpuNanos) {
        int threads = ManagementFactory.getThreadMXBean().getPeakThreadCount();
        return new Footprint(cpuNanos, threads, memoryBytesMax());
    }

    /** Linux only: 0 elsewhere. */
    private static long memoryBytesMax() {
        try {
            return Files.isReadable(STATUS) ? memoryBytesMax(Files.readAllLines(STATUS)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Such as {@code VmHWM:     14368 kB}. */
    private static long memoryBytesMax(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(PEAK))
                .map(line -> line.substring(PEAK.length()).replace("kB", "").strip())
                .mapToLong(kilobytes -> Long.parseLong(kilobytes) << 10)
                .findFirst()
                .orElse(0);
    }
}
