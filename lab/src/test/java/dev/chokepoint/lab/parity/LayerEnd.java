package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.Tls;
import java.nio.ByteBuffer;

/** Between a connection and its session: passes everything on, both ways. Subclasses change one thing. */
class LayerEnd implements Connection, Session {
    private Connection connection;
    private Session session;

    final void useConnection(Connection below) {
        connection = below;
    }

    final void useSession(Session above) {
        session = above;
    }

    final Connection below() {
        return connection;
    }

    final Session above() {
        return session;
    }

    @Override
    public long tag() {
        return connection.tag();
    }

    @Override
    public Address local() {
        return connection.local();
    }

    @Override
    public Address remote() {
        return connection.remote();
    }

    @Override
    public boolean send(ByteBuffer copied) {
        return connection.send(copied);
    }

    @Override
    public boolean send(Payload shared) {
        return connection.send(shared);
    }

    @Override
    public long unsentBytes() {
        return connection.unsentBytes();
    }

    @Override
    public void startTls(Tls tls) {
        connection.startTls(tls);
    }

    @Override
    public void pause() {
        connection.pause();
    }

    @Override
    public void resume() {
        connection.resume();
    }

    @Override
    public void finish() {
        connection.finish();
    }

    @Override
    public void close() {
        connection.close();
    }

    @Override
    public void abort() {
        connection.abort();
    }

    @Override
    public void onOpen(Connection from) {
        session.onOpen(this);
    }

    @Override
    public void onBytes(Connection from, ByteBuffer bytes) {
        session.onBytes(this, bytes);
    }

    @Override
    public void onSecured(Connection from) {
        session.onSecured(this);
    }

    @Override
    public void onEnd(Connection from) {
        session.onEnd(this);
    }

    @Override
    public void onWritable(Connection from) {
        session.onWritable(this);
    }

    @Override
    public void onClose(Connection from, CloseReason reason) {
        session.onClose(this, reason);
    }
}
