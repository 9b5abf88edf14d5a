package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramError;
import dev.chokepoint.host.Datagrams;
import java.nio.ByteBuffer;

/** Checks one datagram socket's callbacks, and that none comes while it must not. */
final class DetectorSocket extends LayerSocket {
    private final LaneWatch watch;
    private boolean full; // a send answered false, and no onWritable has come since
    private boolean closed;

    DetectorSocket(LaneWatch watch) {
        this.watch = watch;
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            watch.violated(what);
        }
    }

    @Override
    public void onDatagram(Datagrams from, Address sender, ByteBuffer datagram) {
        require(!closed, "onDatagram after close");
        require(remote().map(sender::equals).orElse(true), "onDatagram from a stranger to a connected socket");
        watch.callback("onDatagram", () -> super.onDatagram(from, sender, datagram));
    }

    @Override
    public void onError(Datagrams from, DatagramError error) {
        require(!closed, "onError after close");
        watch.callback("onError", () -> super.onError(from, error));
    }

    @Override
    public void onWritable(Datagrams from) {
        require(full, "onWritable though no send was refused");
        require(!closed, "onWritable after close");
        full = false;
        watch.callback("onWritable", () -> super.onWritable(from));
    }

    @Override
    public boolean send(Address to, ByteBuffer copied) {
        boolean sent = watch.call("Datagrams.send", () -> super.send(to, copied));
        full |= !sent;
        return sent;
    }

    @Override
    public void close() {
        closed = true;
        watch.run("Datagrams.close", super::close);
    }
}
