package dev.chokepoint.live;

/**
 * Which message ends at which offset of one direction of a stream: a FIFO in primitive arrays. Each mark stands for at least
 * one unsent byte, so the send limit bounds it. Lane only.
 */
final class Marks {
    private long[] messages = new long[8];
    private long[] ends = new long[8];
    private int head;
    private int size;
    private int announced;

    /** What has been sent up to {@code end} ends with bytes of {@code message}. */
    void add(long message, long end) {
        int last = size - 1;
        if (last >= announced && messages[at(last)] == message) {
            ends[at(last)] = end;
            return;
        }
        if (size == messages.length) {
            grow();
        }
        messages[at(size)] = message;
        ends[at(size)] = end;
        size++;
    }

    /** Whether the last mark is of {@code message}. */
    boolean hasLast(long message) {
        return size > 0 && messages[at(size - 1)] == message;
    }

    /** The next message whose sends have left the lane and that was not returned by this before. */
    long announce() {
        return messages[at(announced++)];
    }

    boolean hasUnannounced() {
        return announced < size;
    }

    /** Whether the oldest message's last byte lies before {@code offset}. */
    boolean endsBy(long offset) {
        return size > 0 && ends[head] <= offset;
    }

    long remove() {
        long message = messages[head];
        head = at(1);
        size--;
        announced = Math.max(0, announced - 1);
        return message;
    }

    void clear() {
        head = 0;
        size = 0;
        announced = 0;
    }

    private int at(int index) {
        return (head + index) & (messages.length - 1);
    }

    private void grow() {
        long[] moreMessages = new long[size * 2];
        long[] moreEnds = new long[size * 2];
        for (int i = 0; i < size; i++) {
            moreMessages[i] = messages[at(i)];
            moreEnds[i] = ends[at(i)];
        }
        messages = moreMessages;
        ends = moreEnds;
        head = 0;
    }
}
