package dev.chokepoint.live;

/** What waits for a link's transmitter: a FIFO in primitive arrays of when each begins to be transmitted. Not thread-safe. */
final class LinkQueue {
    private long[] starts = new long[16];
    private int[] lengths = new int[16];
    private boolean[] packets = new boolean[16];
    private int head;
    private int size;
    private long waitingBytes;
    private int waitingPackets;

    /** Some bytes wait until {@code startNanos}; as a packet, or as part of a stream that knows none. */
    void add(long startNanos, int bytes, boolean packet) {
        if (size == starts.length) {
            grow();
        }
        int at = at(size++);
        starts[at] = startNanos;
        lengths[at] = bytes;
        packets[at] = packet;
        waitingBytes += bytes;
        waitingPackets += packet ? 1 : 0;
    }

    private void grow() {
        long[] moreStarts = new long[2 * size];
        int[] moreLengths = new int[2 * size];
        boolean[] morePackets = new boolean[2 * size];
        for (int i = 0; i < size; i++) {
            moreStarts[i] = starts[at(i)];
            moreLengths[i] = lengths[at(i)];
            morePackets[i] = packets[at(i)];
        }
        starts = moreStarts;
        lengths = moreLengths;
        packets = morePackets;
        head = 0;
    }

    private int at(int index) {
        return (head + index) & (starts.length - 1);
    }

    /** What has begun by now is with the transmitter and waits no more. */
    void begin(long nowNanos) {
        while (size > 0 && starts[head] <= nowNanos) {
            waitingBytes -= lengths[head];
            waitingPackets -= packets[head] ? 1 : 0;
            head = at(1);
            size--;
        }
    }

    long bytes() {
        return waitingBytes;
    }

    int packets() {
        return waitingPackets;
    }

    /** When the first begins; {@code otherwise} when nothing waits. */
    long firstStartNanos(long otherwise) {
        return size == 0 ? otherwise : starts[head];
    }

    /** The integral of the waiting bytes over the time that is still to come. */
    double byteNanosAhead(long nowNanos) {
        double ahead = 0;
        for (int i = 0; i < size; i++) {
            ahead += (double) lengths[at(i)] * (starts[at(i)] - nowNanos);
        }
        return ahead;
    }
}
