package dev.chokepoint.sim;

/** What runs on a core: a lane, or an offloaded computation. */
interface CoreUser {
    /** The cores of its host. */
    HostCores cores();

    /** Has a core at this moment, and keeps it if it {@link #isBusy} afterwards, until {@link HostCores#freed}. */
    void turn();

    /** Whether it keeps its core. */
    boolean isBusy();

    /** Whether it wants a core. */
    boolean isReady();

    /** Brings up to date what waits for it, now that what could run at once has run. */
    void countWaiting();
}
