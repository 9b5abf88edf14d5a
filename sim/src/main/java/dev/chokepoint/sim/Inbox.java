package dev.chokepoint.sim;

import java.util.Arrays;

/**
 * What waits for a lane, first come first served. Bounded by what can be in it: a connection, a listener's waiting
 * connection and a timer each have at most one entry of a kind.
 */
final class Inbox {

    private Callback[] callbacks = new Callback[8];
    private byte[] kinds = new byte[8];
    private int head;
    private int size;

    void add(Callback callback, EventKind kind) {
        if (size == callbacks.length) {
            grow();
        }
        int at = (head + size++) & (callbacks.length - 1);
        callbacks[at] = callback;
        kinds[at] = (byte) kind.code();
    }

    int size() {
        return size;
    }

    Callback first() {
        return callbacks[head];
    }

    EventKind firstKind() {
        return EventKind.of(kinds[head]);
    }

    void removeFirst() {
        callbacks[head] = null;
        head = (head + 1) & (callbacks.length - 1);
        size--;
    }

    private void grow() {
        int length = callbacks.length;
        Callback[] moved = Arrays.copyOfRange(callbacks, head, head + 2 * length);
        byte[] movedKinds = Arrays.copyOfRange(kinds, head, head + 2 * length);
        System.arraycopy(callbacks, 0, moved, length - head, head);
        System.arraycopy(kinds, 0, movedKinds, length - head, head);
        callbacks = moved;
        kinds = movedKinds;
        head = 0;
    }
}
