package dev.chokepoint.sim;

import dev.chokepoint.host.DatagramOptions;
import java.nio.ByteBuffer;
import java.util.BitSet;

/** One datagram, from the send to the receiver: its bytes, whose message it is, and which of its fragments have arrived. */
final class Datagram implements Cargo {
    /** RFC 768. */
    static final int HEADER_BYTES = 8;

    /** For how long fragments wait for the others (RFC 1122 section 3.3.2 says 60 to 120 s; Linux 30 s). */
    private static final long REASSEMBLY_NANOS = 30_000_000_000L;

    private static final int UNIT = 8;
    private static final BitSet NONE = new BitSet(0);

    private final SimDatagrams sender;
    private final End from;
    private final Destination destination;
    private final byte[] bytes;
    private final boolean marked;
    private final long message;
    private BitSet units = NONE;
    private long firstFragmentNanos;

    /**
     * A datagram to be sent.
     *
     * @param marked whether it belongs to {@code message}
     */
    Datagram(SimDatagrams sender, End from, Destination destination, byte[] bytes, boolean marked, long message) {
        this.sender = sender;
        this.from = from;
        this.destination = destination;
        this.bytes = bytes;
        this.marked = marked;
        this.message = message;
    }

    SimDatagrams sender() {
        return sender;
    }

    End from() {
        return from;
    }

    Destination destination() {
        return destination;
    }

    End to() {
        return destination.end();
    }

    byte[] bytes() {
        return bytes;
    }

    /** What it takes of a buffer. */
    int charge() {
        return DatagramOptions.charge(bytes.length);
    }

    ByteBuffer view() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** Its receiver's program is about to be given it: tells its meter whose it is. */
    void read(SimMeter reader) {
        reader.given();
        if (marked) {
            reader.given(message, bytes.length);
        }
    }

    /** Its message is in {@code stage} from then on. */
    void enter(Stage stage, long atNanos) {
        if (marked) {
            stage.enter(message, atNanos);
        }
    }

    @Override
    public boolean isDatagram() {
        return true;
    }

    /** The message goes with the last fragment, except that any fragment's loss is its loss. */
    @Override
    public void entered(Packet packet, Stage stage, long atNanos) {
        if (packet.isLast() || stage.isRecovery()) {
            enter(stage, atNanos);
        }
    }

    @Override
    public void left(Packet packet) {
        if (packet.isLast()) {
            sender.left(charge());
        }
    }

    @Override
    public void arrived(Packet packet) {
        if (!packet.isFragment() || isComplete(packet)) {
            sender.sockets().deliver(this);
        }
    }

    private boolean isComplete(Packet fragment) {
        long now = sender.nowNanos();
        if (units.isEmpty() || now - firstFragmentNanos > REASSEMBLY_NANOS) {
            units = new BitSet();
            firstFragmentNanos = now;
        }
        units.set(fragment.offset() / UNIT, (fragment.offset() + fragment.length() + UNIT - 1) / UNIT);
        boolean complete = units.nextClearBit(0) * UNIT >= fragment.total();
        if (complete) {
            units = NONE;
        }
        return complete;
    }
}
