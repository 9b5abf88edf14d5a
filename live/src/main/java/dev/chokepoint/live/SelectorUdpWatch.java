package dev.chokepoint.live;

import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;

/** Has a selector watch a datagram socket. */
record SelectorUdpWatch(Watcher watcher) implements NioUdp.Watch {
    @Override
    public void begin(DatagramChannel channel, Runnable readable) throws IOException {
        Watched watched = new Watched() {
            @Override
            void ready(int ops) {
                watcher.turn(readable);
            }
        };
        watched.want(SelectionKey.OP_READ);
        watched.watch(channel, watcher);
    }

    @Override
    public void closed() {
        watcher.changed();
    }
}
