package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramOptions;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The datagrams that one socket has sent and that have not left: a FIFO in arrays over one buffer. Lane only. */
final class DatagramOutbox {
    private static final int FIRST_BYTES = 2048;
    private static final int NO_MARK = -1;

    private ByteBuf bytes; // null when empty
    private Address.Inet[] to = new Address.Inet[4];
    private int[] lengths = new int[4];
    private long[] messages = new long[4];
    private boolean[] marked = new boolean[4];
    private int head;
    private int size;
    private int announced;
    private int charged;

    boolean isEmpty() {
        return head == size;
    }

    /** How much of the send buffer it takes up. */
    int chargedBytes() {
        return charged;
    }

    /** There must be room. */
    void add(Address local, Address.Inet destination, ByteBuffer datagram, LiveMeter meter) {
        if (size == lengths.length) {
            makeRoom();
        }
        int length = datagram.remaining();
        charged += DatagramOptions.charge(length);
        if (bytes == null) {
            bytes = Lane.allocator().directBuffer(Math.max(FIRST_BYTES, length));
        }
        bytes.writeBytes(datagram);
        to[size] = destination;
        lengths[size] = length;
        marked[size] = meter.isWorking();
        messages[size] = NO_MARK;
        if (marked[size]) {
            messages[size] = meter.copy(LiveMeter.way(local, destination));
            meter.copied(messages[size]);
            meter.sent();
        }
        size++;
    }

    private void makeRoom() {
        int end = Math.max(head + 2 * (size - head), lengths.length);
        to = Arrays.copyOfRange(to, head, end);
        lengths = Arrays.copyOfRange(lengths, head, end);
        messages = Arrays.copyOfRange(messages, head, end);
        marked = Arrays.copyOfRange(marked, head, end);
        size -= head;
        announced -= head;
        head = 0;
    }

    /** Those that were not announced before have left the lane. */
    void announce(Stages stages, long nowNanos) {
        for (; announced < size; announced++) {
            if (marked[announced]) {
                stages.observer().enter(messages[announced], stages.window(), nowNanos);
            }
        }
    }

    Address.Inet firstTo() {
        return to[head];
    }

    int firstLength() {
        return lengths[head];
    }

    boolean firstIsMarked() {
        return marked[head];
    }

    long firstMessage() {
        return messages[head];
    }

    /** A view of the first one's bytes, good until the next call. */
    ByteBuffer firstBytes() {
        return bytes.internalNioBuffer(bytes.readerIndex(), lengths[head]);
    }

    /** The first one's bytes, for the caller to release. */
    ByteBuf shareFirstBytes() {
        return bytes.retainedSlice(bytes.readerIndex(), lengths[head]);
    }

    void removeFirst() {
        bytes.skipBytes(lengths[head]);
        charged -= DatagramOptions.charge(lengths[head]);
        to[head++] = null;
        if (head == size) {
            clear();
        }
    }

    void clear() {
        if (bytes != null) {
            bytes.release();
            bytes = null;
        }
        Arrays.fill(to, head, size, null);
        head = 0;
        size = 0;
        announced = 0;
        charged = 0;
    }
}
