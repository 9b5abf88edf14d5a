package dev.chokepoint.sim;

import java.util.Arrays;

/** Pieces of streams, first in first out, each with a number: its size, or when it arrives. */
final class PieceRing {
    private Outbound[] streams = new Outbound[8];
    private long[] numbers = new long[8];
    private int head;
    private int size;

    void add(Outbound stream, long number) {
        if (size == streams.length) {
            grow();
        }
        int at = (head + size++) & (streams.length - 1);
        streams[at] = stream;
        numbers[at] = number;
    }

    int size() {
        return size;
    }

    Outbound firstStream() {
        return streams[head];
    }

    long firstNumber() {
        return numbers[head];
    }

    void removeFirst() {
        streams[head] = null;
        head = (head + 1) & (streams.length - 1);
        size--;
    }

    private void grow() {
        int length = streams.length;
        Outbound[] movedStreams = Arrays.copyOfRange(streams, head, head + 2 * length);
        long[] movedNumbers = Arrays.copyOfRange(numbers, head, head + 2 * length);
        System.arraycopy(streams, 0, movedStreams, length - head, head);
        System.arraycopy(numbers, 0, movedNumbers, length - head, head);
        streams = movedStreams;
        numbers = movedNumbers;
        head = 0;
    }
}
