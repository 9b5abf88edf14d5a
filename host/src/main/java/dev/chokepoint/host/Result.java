package dev.chokepoint.host;

/**
 * How a computation that was {@linkplain Host#offload offloaded} ended.
 *
 * @param <T> what it computes
 */
public sealed interface Result<T> {
    /**
     * It returned.
     *
     * @param <T> what it computes
     * @param value what it returned
     */
    record Done<T>(T value) implements Result<T> {}

    /**
     * It threw. Surely it did not finish; what it did before is not undone.
     *
     * @param <T> what it computes
     * @param exception what it threw
     */
    record Threw<T>(Exception exception) implements Result<T> {}

    /**
     * It never began, because as many computations as may wait were waiting.
     *
     * @param <T> what it computes
     * @param waitingMax how many may wait
     */
    record Refused<T>(int waitingMax) implements Result<T> {}
}
