package dev.chokepoint.sim;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Verdict;
import java.util.Optional;

/**
 * Opens one connection: a request takes one propagation delay, so does the answer. A full accept queue does not answer, and
 * the request is made again after 1 s, then 2 s, 4 s and so on (as RFC 6298 section 2 has SYNs retransmitted), until the
 * connect time-out.
 */
final class Handshake extends Actor implements Rules.Held {
    private static final long FIRST_RETRY_NANOS = 1_000_000_000L;

    private final SimConnection connection;
    private final Network network;
    private final Engine engine;
    private final Observer observer;
    private final int timeout;
    private long sentNanos;
    private long retryNanos = FIRST_RETRY_NANOS;
    private EventKind held = EventKind.SYN;
    private Route heldWay;

    /** Sends the first request, on the lane's clock. */
    Handshake(SimConnection connection, Network network, Observer observer) {
        super(connection.lane().host);
        this.connection = connection;
        this.network = network;
        this.engine = connection.lane().engine();
        this.observer = observer;
        heldWay = connection.route();
        sentNanos = connection.lane().clockNanos();
        long patience = Math.min(connection.options().connectTimeoutNanos(), Long.MAX_VALUE - 1 - sentNanos);
        timeout = engine.schedule(sentNanos + patience, this, EventKind.CONNECT_TIMEOUT);
        request();
    }

    private void request() {
        send(EventKind.SYN, connection.route(), sentNanos);
    }

    private void send(EventKind what, Route way, long leavesNanos) {
        long arrivesNanos = leavesNanos + way.latencyNanos();
        switch (way.judge(0, false)) {
            case Verdict.Pass _ -> engine.schedule(arrivesNanos, this, what);
            case Verdict.Delay delay -> engine.schedule(arrivesNanos + delay.nanos(), this, what);
            case Verdict.Drop _ -> {
                held = what;
                heldWay = way;
                way.rules().hold(this);
            }
        }
    }

    @Override
    public void again() {
        if (!connection.isOver()) {
            send(held, heldWay, Math.max(sentNanos, engine.nowNanos()));
        }
    }

    @Override
    void fire(EventKind kind) {
        if (connection.isOver()) {
            return;
        }
        switch (kind) {
            case SYN -> requested();
            case SYN_ACK -> answered();
            case REFUSAL -> give(new CloseReason.Refused());
            case CONNECT_TIMEOUT -> connection.fail(new CloseReason.TimedOut());
            default -> throw new IllegalStateException("no event of a handshake: " + kind);
        }
    }

    private void requested() {
        Optional<Listener> listener = network.listenerAt(connection.remote());
        Route back = network.routeBack(connection);
        if (back.from().isOff()) {
            repeat();
        } else if (listener.isEmpty()) {
            send(EventKind.REFUSAL, back, engine.nowNanos());
        } else if (listener.get().hasRoom()) {
            answer(listener.get(), back);
        } else {
            repeat();
        }
    }

    private void repeat() {
        sentNanos = Math.max(engine.nowNanos(), sentNanos + retryNanos);
        retryNanos *= 2;
        request();
    }

    private void answered() {
        if (connection.peer().lane().isSilent()) {
            repeat(); // the answer was in flight when the host died
        } else {
            established();
        }
    }

    private void answer(Listener listener, Route back) {
        SimServer server = listener.nextServer();
        Ends ends = new Ends(listener.at(), connection.local());
        SimConnection accepted =
                new SimConnection(server.lane(), back, observer, listener.options(), ends, 0, SimConnection.NOBODY);
        accepted.carriedBy(new Outbound(accepted));
        connection.join(accepted);
        accepted.establish();
        send(EventKind.SYN_ACK, back, engine.nowNanos());
        listener.entered();
        server.offer(accepted);
    }

    private void established() {
        engine.cancel(timeout);
        connection.lane().post(connection, EventKind.ON_OPEN);
        connection.establish();
    }

    private void give(CloseReason reason) {
        engine.cancel(timeout);
        connection.fail(reason);
    }
}
