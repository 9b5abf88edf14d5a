package dev.chokepoint.lab.measure;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Work;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Sends each message on to everybody but who sent it; a message is its number, {@value #BYTES} bytes. */
record Crier(Address at, long workNanosEach, Consumer<Address> onListening) implements Program {
    static final int BYTES = 1_000;
    private static final Work WORK = new Work.Synthetic("cry");

    @Override
    public void start(Host host) {
        List<Connection> all = new ArrayList<>();
        onListening.accept(host.listen(at, StreamOptions.DEFAULT, connection -> {
                    all.add(connection);
                    return session((from, message) -> {
                        host.meter().working(message);
                        all.stream().filter(to -> !to.equals(from)).forEach(to -> {
                            if (workNanosEach > 0) {
                                host.spend(WORK, workNanosEach);
                            }
                            to.send(bytes(message));
                        });
                    });
                })
                .local());
    }

    /** What hears whole messages. */
    interface Hears {
        void hear(Connection from, long message);
    }

    static Session session(Hears hears) {
        ByteBuffer message = ByteBuffer.allocate(BYTES);
        return (connection, bytes) -> {
            while (bytes.hasRemaining()) {
                message.put(bytes.get());
                if (!message.hasRemaining()) {
                    message.clear();
                    hears.hear(connection, message.getLong(0));
                }
            }
        };
    }

    static ByteBuffer bytes(long message) {
        return ByteBuffer.allocate(BYTES).putLong(message).rewind();
    }

    /** So many clients, of which the first says a message at each of these times. */
    record Crowd(Address server, int clients, List<Long> times) implements Program {
        @Override
        public void start(Host host) {
            List<Connection> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(host.connect(
                        host.addresses().getFirst(),
                        server,
                        StreamOptions.DEFAULT,
                        i,
                        session((_, message) -> host.meter().delivered(message))));
            }
            for (int i = 0; i < times.size(); i++) {
                long message = i;
                host.after(times.get(i) - host.nanoTime(), () -> {
                    host.meter().intended(message, host.nanoTime(), clients - 1);
                    host.meter().working(message);
                    all.getFirst().send(bytes(message));
                });
            }
        }
    }
}
