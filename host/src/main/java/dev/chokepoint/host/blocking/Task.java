package dev.chokepoint.host.blocking;

/** Code that reads from top to bottom and waits where it must. */
@FunctionalInterface
public interface Task {
    /**
     * Runs on a thread of its own. What it throws fails the program.
     *
     * @param host what the task may do, for as long as it runs
     * @throws Exception anything it does not want to handle
     */
    void run(BlockingHost host) throws Exception;
}
