package dev.chokepoint.sim.tcp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;

/** Two ends, joined by a network that a test describes, in virtual time. */
final class Joined {
    /** What becomes of the segments of one direction. */
    interface Path {
        /** Decides the fate of a segment that is sent now, by calling {@code net.arrive}. */
        void carry(Joined net, boolean toServer, Segment segment);
    }

    private record Event(long atNanos, long order, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(atNanos, other.atNanos);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Deque<Segment> pool = new ArrayDeque<>();
    private final Path path;
    private long order;
    long nowNanos;

    final Side client;
    final Side server;

    Joined(TcpSettings clientSettings, TcpSettings serverSettings, Path path) {
        this.path = path;
        client = new Side(this, true, clientSettings);
        server = new Side(this, false, serverSettings);
    }

    void at(long nanos, Runnable what) {
        events.add(new Event(nanos, order++, what));
    }

    /** Lets a copy of {@code segment} arrive. */
    void arrive(boolean toServer, Segment segment, long atNanos) {
        Segment copy = copyOf(segment);
        at(atNanos, () -> {
            (toServer ? server : client).receive(copy);
            release(copy);
        });
    }

    Segment blank() {
        Segment segment = pool.isEmpty() ? new Segment() : pool.poll();
        segment.clear();
        return segment;
    }

    Segment copyOf(Segment segment) {
        Segment copy = blank();
        copy.copy(segment);
        return copy;
    }

    void release(Segment segment) {
        pool.push(segment);
    }

    void sent(boolean toServer, Segment segment) {
        path.carry(this, toServer, segment);
    }

    /** Runs until nothing more is to happen, or it is {@code untilNanos}. */
    void run(long untilNanos) {
        while (!events.isEmpty() && events.peek().atNanos <= untilNanos) {
            Event event = events.poll();
            nowNanos = event.atNanos;
            event.what.run();
        }
        nowNanos = untilNanos;
    }
}
