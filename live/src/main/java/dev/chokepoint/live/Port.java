package dev.chokepoint.live;

/** What a lane has open: told when its world ends, or its host. Lane only. */
interface Port {
    /** The world ends: closes, without a callback. */
    void stop();

    /** The host's process is dead: closes as the kernel would. */
    void orphan();

    /** The host is dead: neither hears nor says anything any more, and stays open, lest the kernel tell. */
    void silence();

    /** After {@link #silence}, the host lives again: who speaks to this is told that nobody knows of it. */
    void reboot();
}
