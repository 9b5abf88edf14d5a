package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import io.netty.buffer.ByteBuf;

/** A datagram on a link. The link sets its times and its fate. Lane only. */
final class Parcel {
    private final Address.Inet to;
    private final ByteBuf bytes;
    private final Mark mark;
    private long startNanos;
    private long sentNanos;
    private long[] dueNanos = {};
    private int landings;

    /** The message that a datagram belongs to, if any. */
    record Mark(boolean isSet, long message) {}

    Parcel(Address.Inet to, ByteBuf bytes, Mark mark) {
        this.to = to;
        this.bytes = bytes;
        this.mark = mark;
    }

    Address.Inet to() {
        return to;
    }

    ByteBuf bytes() {
        return bytes;
    }

    Mark mark() {
        return mark;
    }

    int length() {
        return bytes.readableBytes();
    }

    /** {@code due} has an entry for each time that it arrives. */
    void timed(long start, long sent, long... due) {
        startNanos = start;
        sentNanos = sent;
        dueNanos = due;
    }

    /** When the transmitter begins with it. */
    long startNanos() {
        return startNanos;
    }

    /** When the transmitter is done with it. */
    long sentNanos() {
        return sentNanos;
    }

    /** When each copy of it reaches the other end; none when it is lost. */
    long[] dueNanos() {
        return dueNanos;
    }

    /** One copy of it has arrived; returns which. */
    int landed() {
        return ++landings;
    }
}
