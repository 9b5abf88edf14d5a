package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Acceptor;
import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.DatagramHandler;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Datagrams;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.NameHandler;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Server;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Timer;
import dev.chokepoint.host.Work;
import java.util.List;

/** Checks what the seam promises always: callbacks neither overlap nor come from inside the program's own calls. */
final class Detector extends Layer {
    private final LaneWatch watch;

    private Detector(Host inner, LaneWatch watch) {
        super(inner);
        this.watch = watch;
    }

    static Program around(Program program, String host, List<String> violations) {
        LaneWatch watch = new LaneWatch(host, violations);
        return new Program() {
            @Override
            public void start(Host inner) {
                watch.callback("start", () -> program.start(new Detector(inner, watch)));
            }

            @Override
            public void stop() {
                watch.callback("stop", program::stop);
            }
        };
    }

    @Override
    LayerEnd end() {
        return new DetectorEnd(watch);
    }

    @Override
    LayerSocket socket() {
        return new DetectorSocket(watch);
    }

    @Override
    public Datagrams bind(Address at, DatagramOptions options, long tag, DatagramHandler handler) {
        return watch.call("bind", () -> super.bind(at, options, tag, handler));
    }

    @Override
    public Datagrams connectDatagrams(
            Address from, Address to, DatagramOptions options, long tag, DatagramHandler handler) {
        return watch.call("connectDatagrams", () -> super.connectDatagrams(from, to, options, tag, handler));
    }

    @Override
    public Timer after(long delayNanos, Runnable task) {
        Timer timer = watch.call("after", () -> super.after(delayNanos, () -> watch.callback("a timer", task)));
        return () -> watch.run("cancel", timer::cancel);
    }

    @Override
    public void resolve(String name, NameHandler handler) {
        NameHandler watched = addresses -> watch.callback("onResolved", () -> handler.onResolved(addresses));
        watch.run("resolve", () -> super.resolve(name, watched));
    }

    @Override
    public Server listen(Address at, StreamOptions options, Acceptor acceptor) {
        Acceptor watched = connection -> {
            Session[] session = new Session[1];
            watch.callback("onAccept", () -> session[0] = acceptor.onAccept(connection));
            return session[0];
        };
        Server server = watch.call("listen", () -> super.listen(at, options, watched));
        return new Server() {
            @Override
            public Address local() {
                return server.local();
            }

            @Override
            public void close() {
                watch.run("Server.close", server::close);
            }
        };
    }

    @Override
    public Connection connect(Address from, Address to, StreamOptions options, long tag, Session session) {
        return watch.call("connect", () -> super.connect(from, to, options, tag, session));
    }

    @Override
    public void spend(Work work, long units) {
        watch.run("spend", () -> super.spend(work, units));
    }
}
