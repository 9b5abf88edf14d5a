package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.Fault;
import dev.chokepoint.host.world.Rule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** What the suites of faults have besides: a client and a server that are started, and an address to talk at. */
abstract class FaultSuite extends ParitySuite {
    static final long MILLI = 1_000_000;
    static final Rule PARTITION = Rule.partition(List.of("client"), List.of("server"));

    final List<Probe> accepted = new ArrayList<>();
    Actor server;
    Actor client;
    Address at;

    @BeforeEach
    void startTheServer() {
        boot(SERVER_IP);
        client = stage.actor("client");
    }

    /** Starts the server, anew. */
    void boot(Address where) {
        server = stage.actor("server");
        at = server.listen(where, OPTIONS, _ -> {
            synchronized (accepted) {
                accepted.add(new Probe());
                return accepted.getLast();
            }
        });
    }

    Probe lastAccepted() {
        synchronized (accepted) {
            return accepted.getLast();
        }
    }

    int accepts() {
        synchronized (accepted) {
            return accepted.size();
        }
    }

    /** A new connection from the client, opening. */
    Probe dial() {
        return dial(20_000 * MILLI);
    }

    Probe dial(long timeoutNanos) {
        Probe probe = new Probe();
        client.connect(CLIENT_IP, at, OPTIONS.withConnectTimeout(timeoutNanos), 0, probe);
        return probe;
    }

    /** A new connection that both ends know as open. */
    Probe open() {
        int before = accepts();
        Probe probe = dial();
        stage.await(
                "both ends open",
                () -> probe.isOpen() && accepts() > before && lastAccepted().isOpen());
        return probe;
    }

    void send(Actor actor, Probe probe, String text) {
        actor.tell(_ -> probe.connection().send(Bytes.of(text)));
    }

    Fault install(Rule rule) {
        return stage.world().install(rule);
    }
}
