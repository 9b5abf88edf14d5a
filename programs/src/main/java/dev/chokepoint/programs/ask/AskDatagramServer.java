package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramHandler;
import dev.chokepoint.host.Datagrams;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.programs.load.ServiceTime;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Answers each request datagram with one datagram of the configured length, after the configured CPU time. It remembers
 * nothing: a request that comes twice is answered twice. What is no request is not answered, and an answer that finds the send
 * buffer full is not sent ({@link Datagrams#refused}).
 */
public final class AskDatagramServer implements Program {
    private final AskDatagramServerConfig config;
    private final Consumer<Address> onListening;

    /**
     * A server.
     *
     * @param config what it does
     * @param onListening told the bound address, on the lane, once it listens
     */
    public AskDatagramServer(AskDatagramServerConfig config, Consumer<Address> onListening) {
        this.config = config;
        this.onListening = onListening;
    }

    /**
     * The length of an answer, or of a request, without padding.
     *
     * @return bytes of the datagram
     */
    public static long minimumBytes() {
        return AskDatagram.HEAD_BYTES;
    }

    @Override
    public void start(Host host) {
        Answerer answerer = new Answerer(host, config);
        onListening.accept(
                host.bind(config.listen(), config.datagrams(), 0, answerer).local());
    }

    /** One lane's part of it. */
    private static final class Answerer implements DatagramHandler {
        private final Host host;
        private final ServiceTime work;
        private final ByteBuffer answer;

        Answerer(Host host, AskDatagramServerConfig config) {
            this.host = host;
            work = config.work();
            answer = AskDatagram.template(AskDatagram.Kind.ANSWER, config.responseBytes());
        }

        @Override
        public void onDatagram(Datagrams socket, Address from, ByteBuffer datagram) {
            long number = AskDatagram.number(AskDatagram.Kind.REQUEST, datagram);
            if (number != AskDatagram.BAD) {
                int client = AskDatagram.client(datagram);
                host.meter().working(number);
                long nanos = work.sampleNanos(host.random());
                if (nanos > 0) {
                    host.spend(AskSession.WORK, nanos);
                }
                var _ = socket.send(from, AskDatagram.write(answer, client, number));
            }
        }
    }
}
