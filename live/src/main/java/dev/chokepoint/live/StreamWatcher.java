package dev.chokepoint.live;

/** A {@link Watcher} of stream sockets. */
interface StreamWatcher extends Watcher {
    /** What the calling thread reads into. */
    ReadBuffer buffer();
}
