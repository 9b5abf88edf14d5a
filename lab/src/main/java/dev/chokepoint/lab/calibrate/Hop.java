package dev.chokepoint.lab.calibrate;

/**
 * What a message's way from one idle lane to another takes besides the link and the lanes' CPU time: timers that fire late,
 * the kernel's loopback, and waking the receiving thread.
 *
 * @param nanos in the median
 * @param lowNanos the least of it that was seen over a tenth of a second and more
 * @param highNanos the most
 */
public record Hop(double nanos, double lowNanos, double highNanos) {
    /**
     * A value from its range.
     *
     * @param part 0 to 1
     * @return nanoseconds; the median for 0.5
     */
    public long at(double part) {
        double from = part < 0.5 ? lowNanos : nanos;
        double to = part < 0.5 ? nanos : highNanos;
        double within = part < 0.5 ? 2 * part : 2 * part - 1;
        return Math.max(0, Math.round(from + (to - from) * within));
    }
}
