package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramError;
import dev.chokepoint.host.DatagramHandler;
import dev.chokepoint.host.Datagrams;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Writes down what datagram sockets hear. Written on their lane, read by the test: every method is synchronised. */
class DatagramProbe implements DatagramHandler {
    private final List<Heard> heard = new ArrayList<>();
    private final List<DatagramError> errors = new ArrayList<>();
    private int writables;

    /** One datagram. */
    record Heard(long tag, Address from, ByteBuffer bytes) {
        int number() {
            return bytes.getInt(0);
        }
    }

    @Override
    public synchronized void onDatagram(Datagrams socket, Address from, ByteBuffer datagram) {
        ByteBuffer copy =
                ByteBuffer.allocate(datagram.remaining()).put(datagram).flip();
        heard.add(new Heard(socket.tag(), from, copy));
    }

    @Override
    public synchronized void onError(Datagrams socket, DatagramError error) {
        errors.add(error);
    }

    @Override
    public synchronized void onWritable(Datagrams socket) {
        writables++;
    }

    synchronized List<Heard> heard() {
        return List.copyOf(heard);
    }

    synchronized int count() {
        return heard.size();
    }

    /** The numbers at the beginnings of the datagrams, in the order of their arrival. */
    synchronized List<Integer> numbers() {
        return heard.stream().map(Heard::number).toList();
    }

    synchronized List<DatagramError> errors() {
        return List.copyOf(errors);
    }

    synchronized int writables() {
        return writables;
    }
}
