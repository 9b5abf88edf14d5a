package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Acceptor;
import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.DatagramHandler;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Datagrams;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Meter;
import dev.chokepoint.host.NameHandler;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Result;
import dev.chokepoint.host.Server;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Timer;
import dev.chokepoint.host.Work;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** A host between a program and its world that passes everything on, both ways. Subclasses change one thing. */
class Layer implements Host {
    private final Host inner;

    Layer(Host inner) {
        this.inner = inner;
    }

    /** Puts a layer between a program and its world. */
    static Program around(Program program, UnaryOperator<Host> layer) {
        return new Program() {
            @Override
            public void start(Host host) {
                program.start(layer.apply(host));
            }

            @Override
            public void stop() {
                program.stop();
            }
        };
    }

    /** Makes what stands between one connection and its session. */
    LayerEnd end() {
        return new LayerEnd();
    }

    /** Makes what stands between one datagram socket and its handler. */
    LayerSocket socket() {
        return new LayerSocket();
    }

    @Override
    public List<Address> addresses() {
        return inner.addresses();
    }

    @Override
    public long nanoTime() {
        return inner.nanoTime();
    }

    @Override
    public Instant wallTime() {
        return inner.wallTime();
    }

    @Override
    public RandomGenerator random() {
        return inner.random();
    }

    @Override
    public void secret(byte[] out) {
        inner.secret(out);
    }

    @Override
    public Timer after(long delayNanos, Runnable task) {
        return inner.after(delayNanos, task);
    }

    @Override
    public void resolve(String name, NameHandler handler) {
        inner.resolve(name, handler);
    }

    @Override
    public Server listen(Address at, StreamOptions options, Acceptor acceptor) {
        return inner.listen(at, options, connection -> {
            LayerEnd end = end();
            end.useConnection(connection);
            end.useSession(acceptor.onAccept(end));
            return end;
        });
    }

    @Override
    public Connection connect(Address from, Address to, StreamOptions options, long tag, Session session) {
        LayerEnd end = end();
        end.useSession(session);
        end.useConnection(inner.connect(from, to, options, tag, end));
        return end;
    }

    @Override
    public Datagrams bind(Address at, DatagramOptions options, long tag, DatagramHandler handler) {
        LayerSocket socket = socket();
        socket.useHandler(handler);
        socket.useSocket(inner.bind(at, options, tag, socket));
        return socket;
    }

    @Override
    public Datagrams connectDatagrams(
            Address from, Address to, DatagramOptions options, long tag, DatagramHandler handler) {
        LayerSocket socket = socket();
        socket.useHandler(handler);
        socket.useSocket(inner.connectDatagrams(from, to, options, tag, socket));
        return socket;
    }

    @Override
    public void spend(Work work, long units) {
        inner.spend(work, units);
    }

    @Override
    public <T> void offload(Work work, long units, Callable<T> pure, Consumer<Result<T>> then) {
        inner.offload(work, units, pure, then);
    }

    @Override
    public Meter meter() {
        return inner.meter();
    }
}
