package dev.chokepoint.lab.run;

/** Told how a run is getting on, and asked whether it should stop. Called from the thread that runs. */
public interface RunProgress {
    /**
     * Something moved on.
     *
     * @param what is being done, in a few words
     * @param fraction how much of it is done, 0 to 1
     */
    void step(String what, double fraction);

    /**
     * Whether the user asked to stop. The run then ends early and gives what was measured so far.
     *
     * @return true once asked
     */
    boolean stopped();
}
