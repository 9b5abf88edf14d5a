package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramHandler;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Datagrams;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;

/** What the suites of datagrams have besides. */
abstract class DatagramSuite extends ParitySuite {
    static final DatagramOptions ROOMY = new DatagramOptions(1 << 20, 1 << 20);

    @BeforeEach
    void leaveLossToTheLinkSuite() {
        Assumptions.assumeTrue(
                setting.way() != Setting.Way.LOSSY, "datagrams get lost there; DatagramLinkTest counts them");
    }

    /** A socket of an actor's, with its address as the lane saw it. */
    record Socket(Actor actor, Datagrams datagrams, Address local) {
        void send(Address to, ByteBuffer bytes) {
            actor.tell(_ -> datagrams.send(to, bytes));
        }

        /** Sends datagrams of {@code bytes} bytes that begin with the numbers from {@code first} on, in one callback. */
        void sendNumbers(Address to, int first, int count, int bytes) {
            actor.tell(_ -> {
                for (int i = first; i < first + count; i++) {
                    datagrams.send(to, ByteBuffer.allocate(bytes).putInt(0, i));
                }
            });
        }

        void close() {
            actor.tell(_ -> datagrams.close());
        }
    }

    static Socket bind(Actor actor, Address at, DatagramHandler handler) {
        return bind(actor, at, DatagramOptions.DEFAULT, 0, handler);
    }

    static Socket bind(Actor actor, Address at, DatagramOptions options, long tag, DatagramHandler handler) {
        return actor.ask(host -> {
            Datagrams datagrams = host.bind(at, options, tag, handler);
            return new Socket(actor, datagrams, datagrams.local());
        });
    }

    static Socket connect(Actor actor, Address from, Address to, DatagramHandler handler) {
        return actor.ask(host -> {
            Datagrams datagrams = host.connectDatagrams(from, to, DatagramOptions.DEFAULT, 0, handler);
            return new Socket(actor, datagrams, datagrams.local());
        });
    }
}
