package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens many connections, waits until all are open, has each say its number and hear it again, and closes them. */
final class Crowd implements Program, Session {
    private static final StreamOptions SMALL = StreamOptions.DEFAULT.withWindow(4_096);

    private final Address from;
    private final Address to;
    private final int connections;
    private final Connection[] open;
    private final int[] heard; // how many of each number's 4 bytes have come, and come right
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    Crowd(Address from, Address to, int connections) {
        this.from = from;
        this.to = to;
        this.connections = connections;
        this.open = new Connection[connections];
        this.heard = new int[connections];
    }

    int finished() {
        return finished.get();
    }

    List<String> failures() {
        return failures;
    }

    @Override
    public void start(Host host) {
        for (int i = 0; i < connections; i++) {
            host.connect(from, to, SMALL, i, this);
        }
    }

    @Override
    public void onOpen(Connection connection) {
        open[(int) connection.tag()] = connection;
        if (opened.incrementAndGet() == connections) {
            for (int i = 0; i < connections; i++) {
                open[i].send(ByteBuffer.allocate(4).putInt(0, i));
            }
        }
    }

    @Override
    public void onBytes(Connection connection, ByteBuffer bytes) {
        int number = (int) connection.tag();
        while (bytes.hasRemaining()) {
            byte expected = (byte) (number >>> (24 - 8 * heard[number]));
            if (bytes.get() != expected) {
                failures.add("connection " + number + " heard another's number");
            }
            heard[number]++;
        }
        if (heard[number] == 4 && finished.incrementAndGet() == connections) {
            for (Connection each : open) { // only now, so that the server has had all of them at once
                each.close();
            }
        }
    }

    @Override
    public void onClose(Connection connection, CloseReason reason) {
        if (heard[(int) connection.tag()] < 4) {
            failures.add("connection " + connection.tag() + " ended early: " + reason);
        }
    }

    /** The server's side. */
    static final class Echo implements Session {
        private final AtomicInteger current = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();

        int mostAtOnce() {
            return most.get();
        }

        int closed() {
            return closed.get();
        }

        @Override
        public void onOpen(Connection connection) {
            most.accumulateAndGet(current.incrementAndGet(), Math::max);
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            connection.send(bytes);
        }

        @Override
        public void onClose(Connection connection, CloseReason reason) {
            current.decrementAndGet();
            closed.incrementAndGet();
        }
    }
}
