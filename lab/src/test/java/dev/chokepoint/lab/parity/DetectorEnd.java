package dev.chokepoint.lab.parity;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Payload;
import java.nio.ByteBuffer;

/** Checks the order of one connection's callbacks, and that none comes while it must not. */
final class DetectorEnd extends LayerEnd {
    private final LaneWatch watch;
    private boolean opened;
    private boolean paused;
    private boolean ended;
    private boolean leaving; // close or abort was called
    private boolean full; // a send answered false, and no onWritable has come since
    private boolean closed;

    DetectorEnd(LaneWatch watch) {
        this.watch = watch;
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            watch.violated(what);
        }
    }

    @Override
    public void onOpen(Connection from) {
        require(!opened, "onOpen twice");
        require(!closed && !leaving, "onOpen after the end");
        opened = true;
        watch.callback("onOpen", () -> super.onOpen(from));
    }

    @Override
    public void onBytes(Connection from, ByteBuffer bytes) {
        require(opened, "onBytes before onOpen");
        require(!paused, "onBytes between pause and resume");
        require(!ended, "onBytes after onEnd");
        require(!leaving && !closed, "onBytes after close");
        require(bytes.hasRemaining(), "onBytes without bytes");
        watch.callback("onBytes", () -> super.onBytes(from, bytes));
    }

    @Override
    public void onEnd(Connection from) {
        require(opened, "onEnd before onOpen");
        require(!paused, "onEnd between pause and resume");
        require(!ended, "onEnd twice");
        require(!leaving && !closed, "onEnd after close");
        ended = true;
        watch.callback("onEnd", () -> super.onEnd(from));
    }

    @Override
    public void onWritable(Connection from) {
        require(full, "onWritable though no send was held back");
        require(!leaving && !closed, "onWritable after close");
        full = false;
        watch.callback("onWritable", () -> super.onWritable(from));
    }

    @Override
    public void onClose(Connection from, CloseReason reason) {
        require(!closed, "onClose twice");
        closed = true;
        watch.callback("onClose", () -> super.onClose(from, reason));
    }

    @Override
    public boolean send(ByteBuffer copied) {
        boolean more = watch.call("send", () -> super.send(copied));
        full |= !more;
        return more;
    }

    @Override
    public boolean send(Payload shared) {
        boolean more = watch.call("send", () -> super.send(shared));
        full |= !more;
        return more;
    }

    @Override
    public void pause() {
        paused = true;
        watch.run("pause", super::pause);
    }

    @Override
    public void resume() {
        paused = false;
        watch.run("resume", super::resume);
    }

    @Override
    public void finish() {
        watch.run("finish", super::finish);
    }

    @Override
    public void close() {
        leaving = true;
        watch.run("close", super::close);
    }

    @Override
    public void abort() {
        leaving = true;
        watch.run("abort", super::abort);
    }
}
