package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramError;
import dev.chokepoint.host.DatagramHandler;
import dev.chokepoint.host.Datagrams;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Between a datagram socket and its handler: passes everything on, both ways. Subclasses change one thing. */
class LayerSocket implements Datagrams, DatagramHandler {
    private Datagrams socket;
    private DatagramHandler handler;

    final void useSocket(Datagrams below) {
        socket = below;
    }

    final void useHandler(DatagramHandler above) {
        handler = above;
    }

    final DatagramHandler above() {
        return handler;
    }

    @Override
    public long tag() {
        return socket.tag();
    }

    @Override
    public Address local() {
        return socket.local();
    }

    @Override
    public Optional<Address> remote() {
        return socket.remote();
    }

    @Override
    public boolean send(Address to, ByteBuffer copied) {
        return socket.send(to, copied);
    }

    @Override
    public long refused() {
        return socket.refused();
    }

    @Override
    public void close() {
        socket.close();
    }

    @Override
    public void onDatagram(Datagrams from, Address sender, ByteBuffer datagram) {
        handler.onDatagram(this, sender, datagram);
    }

    @Override
    public void onError(Datagrams from, DatagramError error) {
        handler.onError(this, error);
    }

    @Override
    public void onWritable(Datagrams from) {
        handler.onWritable(this);
    }
}
