package dev.chokepoint.lab.programs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** IRC clients that do what the test says, in their own time: within a millisecond. */
final class People implements Program {
    private static final long LOOK_NANOS = 1_000_000;

    private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
    private Host host;

    @Override
    public void start(Host lane) {
        host = lane;
        look();
    }

    private void look() {
        for (Runnable next = orders.poll(); next != null; next = orders.poll()) {
            next.run();
        }
        host.after(LOOK_NANOS, this::look);
    }

    /** Somebody connects, and registers. */
    Person come(String nick, Address server) {
        Person person = new Person();
        orders.add(() -> person.connection =
                host.connect(host.addresses().getFirst(), server, StreamOptions.DEFAULT, 0, person));
        person.say("NICK " + nick);
        person.say("USER " + nick + " 0 * :" + nick);
        return person;
    }

    /** One client. */
    final class Person implements Session {
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
        private Connection connection;
        private volatile boolean gone;

        /** Sends a line. */
        Person say(String line) {
            orders.add(() -> connection.send(ByteBuffer.wrap((line + "\r\n").getBytes(UTF_8))));
            return this;
        }

        void breakOff() {
            orders.add(() -> connection.abort());
        }

        @Override
        public void onBytes(Connection from, ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            String text = new String(copy, UTF_8);
            synchronized (heard) {
                heard.writeBytes(copy);
            }
            if (text.contains("PING :") || text.startsWith("PING ")) {
                connection.send(ByteBuffer.wrap("PONG :x\r\n".getBytes(UTF_8)));
            }
        }

        @Override
        public void onClose(Connection from, CloseReason reason) {
            gone = true;
        }

        /** All lines so far. */
        String heard() {
            synchronized (heard) {
                return heard.toString(UTF_8);
            }
        }

        boolean hasHeard(String part) {
            return heard().contains(part);
        }

        boolean isGone() {
            return gone;
        }
    }
}
