package dev.chokepoint.sim;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.sim.tcp.Segment;
import dev.chokepoint.sim.tcp.TcpEnd;
import dev.chokepoint.sim.tcp.TcpFigures;
import dev.chokepoint.sim.tcp.User;
import dev.chokepoint.sim.tcp.Wire;
import java.util.Optional;

/**
 * One end of a TCP connection in its world: gives the {@link TcpEnd} its time, its timer and its packets, and tells the
 * connection what it says. What the end reports while it works is noted, and acted on when it has finished. The timer keeps
 * one pending event, which may come too early but never too late.
 */
final class TcpOutbound extends Actor implements Carrier, Wire, User {
    private static final long NEVER = Long.MAX_VALUE;
    private static final int NONE = -1;

    private final SimConnection connection;
    private final TcpSockets sockets;
    private final End here;
    private final End there;
    private final TcpEnd end;
    private final boolean watched;
    private final Optional<Transcript> transcript;

    /** Who accepts it, on the side that was asked. */
    private final Optional<SimServer> server;

    private TcpCargo filling = null;
    private long wakeNanos = NEVER;
    private int wake = NONE;
    private int patience = NONE;

    private long sent;
    private long acknowledged;
    private long arrived;
    private long delivered;
    private long consumed;
    private long windowBytes;
    private boolean finSent;
    private boolean opened;
    private boolean established;
    private boolean finArrived;
    private boolean finDelivered;
    private boolean finGiven;
    private boolean failed;
    private boolean creditPending;
    private Failure failure = Failure.RESET;

    TcpOutbound(SimConnection connection, TcpSockets sockets, End here, End there, Optional<SimServer> server) {
        super(connection.lane().host);
        this.connection = connection;
        this.sockets = sockets;
        this.here = here;
        this.there = there;
        this.server = server;
        this.end = new TcpEnd(sockets.settings(connection.options(), connection.route(), here.at()), this, this);
        this.transcript = sockets.transcript();
        transcript.ifPresent(connection.out().bytes()::transcript);
        this.watched = sockets.probe().watches(connection.local(), connection.remote());
    }

    SimConnection connection() {
        return connection;
    }

    End here() {
        return here;
    }

    End there() {
        return there;
    }

    Engine engine() {
        return connection.lane().engine();
    }

    private long now() {
        return engine().nowNanos();
    }

    private Sending sending() {
        return connection.out();
    }

    /** Asks the other side, from the lane's clock on. */
    void connect() {
        long clock = connection.lane().clockNanos();
        long most = Math.min(connection.options().connectTimeoutNanos(), NEVER - 1 - clock);
        patience = engine().schedule(clock + most, this, EventKind.CONNECT_TIMEOUT);
        engine().schedule(clock, this, EventKind.SYN);
    }

    /** Was asked. */
    void accept(Segment syn) {
        end.accept(syn, now());
        settle();
    }

    void receive(Segment segment) {
        if (connection.lane().isSilent()) {
            end.close(); // the host has booted since and knows of no such connection
        }
        end.receive(segment, now());
        settle();
    }

    @Override
    void fire(EventKind kind) {
        if (connection.lane().isSilent()) {
            return;
        }
        switch (kind) {
            case SYN -> {
                if (!connection.isOver()) {
                    end.connect(now());
                }
            }
            case RETRANSMIT -> {
                wakeNanos = NEVER;
                wake = NONE;
                end.timeout(now());
            }
            case CREDIT -> {
                creditPending = false;
                tellConsumed();
            }
            case CONNECT_TIMEOUT -> {
                patience = NONE;
                connection.fail(TcpSockets.noAnswer());
            }
            default -> throw new IllegalStateException("no event of TCP: " + kind);
        }
        settle();
    }

    /** Acts on what the end has reported, and sees to its timer. */
    private void settle() {
        if (opened && !established) {
            established = true;
            handshakeDone();
        }
        if (arrived > delivered && established) {
            deliver();
        }
        if (finArrived && !finDelivered) {
            finDelivered = true;
            connection.in().finArrived();
        }
        if (failed) {
            failed = false;
            over();
        }
        arm();
        if (watched) {
            sockets.probe().sample(sample());
        }
    }

    private void handshakeDone() {
        if (server.isPresent()) {
            connection.establish();
            server.get().connected(connection);
        } else {
            cancelPatience();
            connection.lane().post(connection, EventKind.ON_OPEN);
            connection.establish();
        }
    }

    private void cancelPatience() {
        if (patience != NONE) {
            engine().cancel(patience);
            patience = NONE;
        }
    }

    private void deliver() {
        long count = arrived - delivered;
        delivered = arrived;
        Stage inbox = connection.lane().machine().stages().inbox();
        source().arrived(arrived, inbox);
        connection.in().arrived(count);
    }

    private Sending source() {
        return connection.peer().out();
    }

    private void over() {
        cancelPatience();
        leaveWindows();
        switch (failure) {
            case REFUSED -> connection.fail(new CloseReason.Refused());
            case TIMED_OUT -> connection.fail(TcpSockets.noAnswer());
            case RESET -> connection.resetArrived();
        }
    }

    private void arm() {
        long deadline = end.isQuiet() ? NEVER : end.deadlineNanos();
        if (deadline >= wakeNanos) {
            return;
        }
        if (wake != NONE) {
            engine().cancel(wake);
        }
        wakeNanos = deadline;
        wake = engine().schedule(Math.max(deadline, now()), this, EventKind.RETRANSMIT);
    }

    @Override
    public void established() {
        windowBytes = connection.peer().options().windowBytes();
        connection.route().windows().capacity(windowBytes, now());
        push();
    }

    @Override
    public void push() {
        end.available(sending().released(), now());
        if (sending().isFinReleased() && !finGiven) {
            finGiven = true;
            end.finish(now());
        }
        settle();
    }

    @Override
    public long sent() {
        return sent;
    }

    @Override
    public boolean isFinSent() {
        return finSent;
    }

    @Override
    public void consumed(long count) {
        consumed += count;
        if (connection.lane().clockNanos() == now()) {
            tellConsumed();
            arm();
        } else if (!creditPending) {
            creditPending = true;
            engine().schedule(connection.lane().clockNanos(), this, EventKind.CREDIT);
        }
    }

    private void tellConsumed() {
        end.read(consumed, now());
        consumed = 0;
    }

    @Override
    public void reset() {
        end.abort(now());
        kill();
    }

    @Override
    public void kill() {
        end.close();
        cancelPatience();
        leaveWindows();
        if (!established) {
            established = true;
            server.ifPresent(SimServer::gaveUp);
        }
        sending().kill();
    }

    @Override
    public void retire() {
        // the end goes on until the peer has everything
    }

    private void leaveWindows() {
        WindowUse windows = connection.route().windows();
        windows.used().add(acknowledged - sent, now());
        acknowledged = sent;
        windows.capacity(-windowBytes, now());
        windowBytes = 0;
    }

    @Override
    public Segment blank() {
        filling = sockets.take(this, false);
        return filling.segment();
    }

    /** What this end says on the wire, if a capture is under way. */
    Optional<Transcript> transcript() {
        return transcript;
    }

    /** The other end; this one as long as there is none. */
    TcpOutbound peer() {
        return (TcpOutbound) connection.peer().carrier();
    }

    private void writeDown(Segment segment, Transcript said) {
        if (segment.has(Segment.SYN)) {
            said.windowScale(segment.windowScale);
        }
        if (segment.length > 0) {
            filling.payload(said.read(segment.seq, segment.length));
        }
    }

    @Override
    public void send(Segment segment) {
        if (transcript.isPresent()) {
            writeDown(segment, transcript.get());
        }
        sockets.send(filling, connection.route(), here, there, engine());
    }

    /** A segment of this end has come to a stage on its way. */
    void entered(Segment segment, Stage stage, long atNanos) {
        sending().marks().enter(segment.seq, segment.seq + segment.length, stage, atNanos);
    }

    @Override
    public void opened() {
        opened = true;
    }

    @Override
    public void arrived(long position) {
        arrived = position;
    }

    @Override
    public void arrivedEarly(long from, long to) {
        source().marks().enter(from, to, connection.lane().machine().stages().recovery(), now());
    }

    @Override
    public void finArrived() {
        finArrived = true;
    }

    @Override
    public void sent(long position) {
        long count = position - sent;
        sent = position;
        connection.route().windows().used().add(count, now());
        sending().sent(count);
    }

    @Override
    public void acknowledged(long position) {
        long count = position - acknowledged;
        acknowledged = position;
        connection.route().windows().used().add(-count, now());
        connection.route().windows().served(count);
        if (transcript.isPresent()) {
            transcript.get().acknowledged(position);
        }
    }

    @Override
    public void finSent() {
        finSent = true;
        connection.finSent();
    }

    @Override
    public void failed(Failure why) {
        failed = true;
        failure = why;
    }

    @Override
    public void closed() {
        leaveWindows();
    }

    private TcpSample sample() {
        TcpFigures figures = end.figures();
        return new TcpSample(
                now(),
                connection.local(),
                connection.remote(),
                figures.congestionWindowBytes(),
                figures.thresholdBytes(),
                figures.pipeBytes(),
                figures.smoothedRttNanos(),
                figures.retransmittedBytes());
    }
}
