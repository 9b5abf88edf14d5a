package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Acceptor;
import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.ListenException;
import dev.chokepoint.host.NameHandler;
import dev.chokepoint.host.Server;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Timer;
import dev.chokepoint.host.Work;
import java.util.List;

/** Hosts that do one thing wrongly. */
final class BrokenHosts {
    private BrokenHosts() {}

    private record FixedServer(Address local, Runnable closing) implements Server {
        @Override
        public void close() {
            closing.run();
        }
    }

    /** Has neither a send limit nor a connect time-out. */
    static final class NoLimits extends Layer {
        NoLimits(Host inner) {
            super(inner);
        }

        @Override
        public Connection connect(Address from, Address to, StreamOptions options, long tag, Session session) {
            StreamOptions none = options.withSendMarks(options.highMarkBytes(), Integer.MAX_VALUE)
                    .withConnectTimeout(3_600_000_000_000L);
            return super.connect(from, to, none, tag, session);
        }
    }

    /** Aborts every tenth connection it accepts. */
    static final class Clumsy extends Layer {
        private int accepts;

        Clumsy(Host inner) {
            super(inner);
        }

        @Override
        public Server listen(Address at, StreamOptions options, Acceptor acceptor) {
            return super.listen(at, options, connection -> {
                accepts++;
                if (accepts % 10 == 0) {
                    connection.abort();
                }
                return acceptor.onAccept(connection);
            });
        }
    }

    /** Finds no fault with any address. */
    static final class ListeningAnywhere extends Layer {
        ListeningAnywhere(Host inner) {
            super(inner);
        }

        @Override
        public Server listen(Address at, StreamOptions options, Acceptor acceptor) {
            try {
                return super.listen(at, options, acceptor);
            } catch (ListenException e) {
                return new FixedServer(at, () -> {});
            }
        }
    }

    /** Doesn't say which port it picked. */
    static final class HidingPorts extends Layer {
        HidingPorts(Host inner) {
            super(inner);
        }

        @Override
        public Server listen(Address at, StreamOptions options, Acceptor acceptor) {
            Server server = super.listen(at, options, acceptor);
            return new FixedServer(at, server::close);
        }
    }

    /** Knows nobody. */
    static final class NoNames extends Layer {
        NoNames(Host inner) {
            super(inner);
        }

        @Override
        public void resolve(String name, NameHandler handler) {
            super.resolve(name, _ -> handler.onResolved(List.of()));
        }
    }

    /** Works for nothing. */
    static final class NoSpending extends Layer {
        NoSpending(Host inner) {
            super(inner);
        }

        @Override
        public void spend(Work work, long units) {}
    }

    /** The sooner a timer should run, the later it does. */
    static final class ReversedTimers extends Layer {
        private static final long LATEST_NANOS = 50_000_000;

        ReversedTimers(Host inner) {
            super(inner);
        }

        @Override
        public Timer after(long delayNanos, Runnable task) {
            boolean poll = delayNanos == 1_000_000;
            return super.after(poll ? delayNanos : Math.max(0, LATEST_NANOS - delayNanos), task);
        }
    }

    /** Timers run in half the time. */
    static final class EarlyTimers extends Layer {
        EarlyTimers(Host inner) {
            super(inner);
        }

        @Override
        public Timer after(long delayNanos, Runnable task) {
            return super.after(delayNanos / 2, task);
        }
    }

    /** Timers can't be stopped. */
    static final class NoTimerCancel extends Layer {
        NoTimerCancel(Host inner) {
            super(inner);
        }

        @Override
        public Timer after(long delayNanos, Runnable task) {
            super.after(delayNanos, task);
            return () -> {};
        }
    }

    /** A timer without delay runs before it is armed. */
    static final class InlineTimers extends Layer {
        InlineTimers(Host inner) {
            super(inner);
        }

        @Override
        public Timer after(long delayNanos, Runnable task) {
            if (delayNanos > 0) {
                return super.after(delayNanos, task);
            }
            task.run();
            return () -> {};
        }
    }
}
