package dev.chokepoint.lab.run;

/** What this program runs on. */
public final class Machine {
    private Machine() {}

    /**
     * One line.
     *
     * @return system, processors, JDK
     */
    public static String describe() {
        Runtime runtime = Runtime.getRuntime();
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + ", " + runtime.availableProcessors() + " cores, JDK "
                + Runtime.version();
    }
}
