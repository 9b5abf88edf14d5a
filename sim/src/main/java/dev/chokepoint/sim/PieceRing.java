package dev.chokepoint.sim;

import java.util.Arrays;

/** What a link carries, first in first out, each with a number: its size, or when it arrives. */
final class PieceRing {
    private Carried[] carried = new Carried[8];
    private long[] numbers = new long[8];
    private int head;
    private int size;

    void add(Carried piece, long number) {
        if (size == carried.length) {
            grow();
        }
        int at = (head + size++) & (carried.length - 1);
        carried[at] = piece;
        numbers[at] = number;
    }

    int size() {
        return size;
    }

    Carried first() {
        return carried[head];
    }

    long firstNumber() {
        return numbers[head];
    }

    void removeFirst() {
        carried[head] = null;
        head = (head + 1) & (carried.length - 1);
        size--;
    }

    private void grow() {
        int length = carried.length;
        Carried[] movedCarried = Arrays.copyOfRange(carried, head, head + 2 * length);
        long[] movedNumbers = Arrays.copyOfRange(numbers, head, head + 2 * length);
        System.arraycopy(carried, 0, movedCarried, length - head, head);
        System.arraycopy(numbers, 0, movedNumbers, length - head, head);
        carried = movedCarried;
        numbers = movedNumbers;
        head = 0;
    }
}
