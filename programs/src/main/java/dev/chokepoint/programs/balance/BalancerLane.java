package dev.chokepoint.programs.balance;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the connections of one lane share: the servers as it sees them, and who gets the next connection. */
final class BalancerLane {
    private final Host host;
    private final BalancerConfig config;
    private final Draining draining;
    private final BalancerTally tally;
    private final Chooser chooser;
    private final StreamOptions toServer;
    private final List<Backend> backends = new ArrayList<>();

    /** Room for {@link #choose}. */
    private final Backend[] eligible;

    BalancerLane(Host host, BalancerConfig config, Draining draining, BalancerTally tally) {
        this.host = host;
        this.config = config;
        this.draining = draining;
        this.tally = tally;
        chooser = Chooser.of(config.policy(), host.random());
        toServer = config.toServer();
        for (Address at : config.servers()) {
            backends.add(new Backend(backends.size(), at, config.health()));
        }
        eligible = new Backend[backends.size()];
    }

    Host host() {
        return host;
    }

    BalancerTally tally() {
        return tally;
    }

    /** Checks the servers one after the other, each time an interval has passed. */
    void startChecks() {
        for (Backend backend : backends) {
            long first = config.health().everyNanos() * (backend.number() + 1) / backends.size();
            host.after(first, () -> check(backend));
        }
    }

    private void check(Backend backend) {
        host.after(config.health().everyNanos(), () -> check(backend));
        watchDrain(backend);
        connect(backend, backend.number(), new Check(backend));
    }

    /** Opens a connection to a server. */
    Connection connect(Backend backend, long tag, Session session) {
        return host.connect(host.addresses().getFirst(), backend.at(), toServer, tag, session);
    }

    /** A server for a connection that was offered to others before; empty when none is left. */
    Optional<Backend> choose(List<Backend> tried) {
        if (tried.size() >= config.tries()) {
            return Optional.empty();
        }
        int count = 0;
        for (Backend backend : backends) {
            if (backend.isUp() && !draining.isOut(backend.number()) && !tried.contains(backend)) {
                eligible[count++] = backend;
            }
        }
        if (count == 0) {
            return Optional.empty();
        }
        Backend chosen = chooser.choose(eligible, count);
        tally.chosen(chosen.number(), !tried.isEmpty());
        return Optional.of(chosen);
    }

    /** A client's connection to a server did not open. */
    void refused(Backend backend) {
        tally.failed(backend.number());
        failed(backend);
    }

    private void failed(Backend backend) {
        if (backend.failed()) {
            tally.changed(host.nanoTime(), backend.number(), false);
            tally.cut(backend.number(), backend.abortAll());
        }
    }

    /** A drain's time counts from the check that first sees it. */
    private void watchDrain(Backend backend) {
        if (!draining.isOut(backend.number())) {
            backend.drainedBy(Backend.NEVER);
        } else if (backend.drainedByNanos() == Backend.NEVER) {
            backend.drainedBy(host.nanoTime() + config.drainNanos());
        } else if (host.nanoTime() >= backend.drainedByNanos()) {
            tally.cut(backend.number(), backend.abortAll());
        }
    }

    /** One health check. */
    private final class Check implements Session {
        private final Backend backend;
        private boolean opened;

        Check(Backend backend) {
            this.backend = backend;
        }

        @Override
        public void onOpen(Connection connection) {
            opened = true;
            connection.close();
            if (backend.succeeded()) {
                tally.changed(host.nanoTime(), backend.number(), true);
            }
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            // a server may say hello; the check does not listen
        }

        @Override
        public void onClose(Connection connection, CloseReason reason) {
            if (!opened && !(reason instanceof CloseReason.Exhausted)) {
                failed(backend);
            }
        }
    }
}
