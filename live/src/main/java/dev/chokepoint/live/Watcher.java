package dev.chokepoint.live;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;

/** Who has a selector watch channels. Any thread, unless it says otherwise. */
interface Watcher {
    /** Watches a channel for nothing yet. */
    SelectionKey register(SelectableChannel channel, Watched watched) throws IOException;

    /** A key's interest has changed, or its channel was closed. */
    void changed();

    /** Runs something in a turn of the lane: now, when this is one. */
    void turn(Runnable body);
}
