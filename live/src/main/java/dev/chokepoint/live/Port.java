package dev.chokepoint.live;

/** What a lane has open and closes when the world ends. Lane only. */
interface Port {
    void stop();
}
