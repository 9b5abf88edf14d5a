package dev.chokepoint.sim.tcp;

import java.util.Objects;

/**
 * One end of a TCP connection (RFC 9293). It has no clock, no thread and no queue of its own: its user says what time it is
 * with every call, calls {@link #timeout} when {@link #deadlineNanos} has come, and keeps the bytes. Times are nanoseconds from
 * any fixed moment and never go back. Not thread-safe.
 */
public final class TcpEnd {
    /** The state diagram of RFC 9293 section 3.3.2, as far as the two halves do not tell. */
    private enum State {
        /** Nothing has happened yet, or all is over. */
        CLOSED,
        /** Wants to connect. */
        SYN_SENT,
        /** Was asked to connect. */
        SYN_RECEIVED,
        /** From ESTABLISHED to CLOSING or LAST-ACK. */
        SYNCHRONIZED,
        /** All is said, but the peer may not have heard the last acknowledgement. */
        TIME_WAIT
    }

    private static final long NEVER = Long.MAX_VALUE;

    /** Twice the maximum segment lifetime (RFC 9293 section 3.4.2 would have 4 minutes; Linux has 1). */
    private static final long TIME_WAIT_NANOS = 60_000_000_000L;

    /** SYN-ACKs sent again before the caller is forgotten (Linux: 5). */
    private static final int MAX_SYN_ACKS = 5;

    /** The time-out of data after a lost SYN, if nothing was measured (RFC 6298 section 5.7). */
    private static final long CAREFUL_RTO_NANOS = 3_000_000_000L;

    private final TcpSettings settings;
    private final Wire wire;
    private final User user;
    private final Sender sender;
    private final Receiver receiver;
    private State state = State.CLOSED;

    /** When the handshake or TIME-WAIT times out. */
    private long stateNanos = NEVER;

    private int synRetries;
    private int mss;
    private boolean sack;
    private boolean timestamps;
    private boolean peerEndedFirst;

    /**
     * An end that does nothing yet.
     *
     * @param settings what it does
     * @param wire where its segments go
     * @param user whom it tells
     */
    public TcpEnd(TcpSettings settings, Wire wire, User user) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.wire = Objects.requireNonNull(wire, "wire");
        this.user = Objects.requireNonNull(user, "user");
        mss = settings.mssBytes();
        timestamps = settings.timestamps();
        sack = settings.sack();
        receiver = new Receiver(this, settings.receiveBufferBytes());
        sender = new Sender(this, CongestionControl.of(settings, mss), new RttEstimator(settings.initialRtoNanos()));
    }

    /**
     * Opens the connection: sends the SYN.
     *
     * @param nowNanos the time
     */
    public void connect(long nowNanos) {
        state = State.SYN_SENT;
        sendSyn(nowNanos);
    }

    /**
     * Answers the SYN that somebody sent.
     *
     * @param syn the SYN
     * @param nowNanos the time
     */
    public void accept(Segment syn, long nowNanos) {
        state = State.SYN_RECEIVED;
        negotiate(syn);
        sendSyn(nowNanos);
    }

    /**
     * The program has more to send.
     *
     * @param position the stream's bytes before this offset may leave
     * @param nowNanos the time
     */
    public void available(long position, long nowNanos) {
        sender.release(position);
        push(nowNanos);
    }

    /**
     * The program sends nothing after what is {@link #available}.
     *
     * @param nowNanos the time
     */
    public void finish(long nowNanos) {
        peerEndedFirst = receiver.isFinReceived();
        sender.finish();
        push(nowNanos);
    }

    /**
     * The program has read, so that the window opens.
     *
     * @param bytes how many bytes
     * @param nowNanos the time
     */
    public void read(long bytes, long nowNanos) {
        receiver.read(bytes);
        if (maySendData()) {
            acknowledgeIfDue(nowNanos);
        }
    }

    /**
     * Ends the connection at once and tells the peer, if there is one (RFC 9293 section 3.10.5).
     *
     * @param nowNanos the time
     */
    public void abort(long nowNanos) {
        if (state == State.SYNCHRONIZED || state == State.SYN_RECEIVED) {
            wire.send(segment(Segment.RST | Segment.ACK, sender.next(), 0, nowNanos));
        }
        close();
    }

    /** Ends the connection at once and says nothing. */
    public void close() {
        state = State.CLOSED;
        stateNanos = NEVER;
        sender.stop();
        receiver.stop();
    }

    /**
     * A segment arrived.
     *
     * @param segment the segment; it is only read
     * @param nowNanos the time
     */
    public void receive(Segment segment, long nowNanos) {
        switch (state) {
            case CLOSED -> refuse(segment);
            case SYN_SENT -> receiveAnswer(segment, nowNanos);
            case SYN_RECEIVED -> receiveConfirmation(segment, nowNanos);
            case SYNCHRONIZED -> receiveData(segment, nowNanos);
            case TIME_WAIT -> receiveLate(segment, nowNanos);
        }
    }

    /**
     * When {@link #timeout} wants to be called.
     *
     * @return the time; {@link Long#MAX_VALUE} for never
     */
    public long deadlineNanos() {
        return Math.min(stateNanos, Math.min(sender.timerNanos(), receiver.timerNanos()));
    }

    /**
     * Does what is due; nothing if nothing is.
     *
     * @param nowNanos the time
     */
    public void timeout(long nowNanos) {
        if (stateNanos <= nowNanos) {
            stateTimedOut(nowNanos);
        }
        if (sender.timerNanos() <= nowNanos && !sender.timedOut(nowNanos)) {
            fail(User.Failure.TIMED_OUT);
        }
        if (receiver.timerNanos() <= nowNanos) {
            receiver.timedOut();
            acknowledgeIfDue(nowNanos);
        }
    }

    private void refuse(Segment segment) {
        if (!segment.has(Segment.RST)) {
            Segment reset = wire.blank();
            reset.refuse(segment);
            wire.send(reset);
        }
    }

    private void stateTimedOut(long nowNanos) {
        switch (state) {
            case SYN_SENT, SYN_RECEIVED -> sendSynAgain(nowNanos);
            case CLOSED, SYNCHRONIZED, TIME_WAIT -> close();
        }
    }

    private void sendSynAgain(long nowNanos) {
        if (state == State.SYN_RECEIVED && synRetries == MAX_SYN_ACKS) {
            fail(User.Failure.TIMED_OUT);
            return;
        }
        synRetries++;
        sender.rtt().backOff();
        sendSyn(nowNanos);
    }

    private void sendSyn(long nowNanos) {
        int flags = state == State.SYN_SENT ? Segment.SYN : Segment.SYN | Segment.ACK;
        Segment syn = segment(flags, -1, 0, nowNanos);
        syn.mss = settings.mssBytes();
        syn.sackPermitted = sack;
        syn.windowScale = Receiver.scale(settings.receiveBufferBytes());
        syn.isRetransmission = synRetries > 0;
        stateNanos = nowNanos + sender.rtt().rtoNanos();
        wire.send(syn);
    }

    private void negotiate(Segment syn) {
        if (syn.mss < mss) {
            mss = syn.mss;
            sender.control(CongestionControl.of(settings, mss));
        }
        sack &= syn.sackPermitted;
        timestamps &= syn.timestamps;
        if (!timestamps) {
            sender.timeSegments();
        }
        receiver.open(syn);
        sender.peer().learn(syn);
    }

    private void receiveAnswer(Segment segment, long nowNanos) {
        if (segment.has(Segment.RST)) {
            fail(User.Failure.REFUSED);
        } else if (segment.has(Segment.SYN) && segment.has(Segment.ACK)) {
            negotiate(segment);
            establish(segment, nowNanos);
            receiver.ackNow();
            acknowledgeIfDue(nowNanos);
            push(nowNanos);
        }
    }

    private void receiveConfirmation(Segment segment, long nowNanos) {
        if (segment.has(Segment.RST)) {
            fail(User.Failure.RESET);
        } else if (segment.has(Segment.SYN)) {
            sendSyn(nowNanos);
        } else if (segment.has(Segment.ACK)) {
            establish(segment, nowNanos);
            receiveData(segment, nowNanos);
        }
    }

    private void establish(Segment segment, long nowNanos) {
        state = State.SYNCHRONIZED;
        stateNanos = NEVER;
        sender.rtt().endBackOff();
        if (timestamps) {
            sender.rtt().sample(nowNanos - segment.tsEchoNanos, settings.minRtoNanos());
        } else if (synRetries > 0) {
            sender.rtt().restart(Math.max(CAREFUL_RTO_NANOS, settings.minRtoNanos()));
        }
        if (synRetries > 1) {
            sender.control().windowBytes(mss);
        }
        user.opened();
    }

    private void receiveData(Segment segment, long nowNanos) {
        if (segment.has(Segment.RST)) {
            fail(User.Failure.RESET);
            return;
        }
        if (segment.has(Segment.SYN) || segment.ack > sender.next()) {
            receiver.ackNow();
        } else {
            boolean finBefore = receiver.isFinReceived();
            sender.acknowledge(segment, nowNanos);
            receiver.receive(segment, nowNanos);
            if (!finBefore && receiver.isFinReceived() && !sender.isFinSent()) {
                peerEndedFirst = true;
            }
        }
        if (state == State.SYNCHRONIZED) {
            push(nowNanos);
            endIfDone(nowNanos);
        }
    }

    /** TIME-WAIT answers what comes again, and ignores resets (RFC 1337). */
    private void receiveLate(Segment segment, long nowNanos) {
        if (!segment.has(Segment.RST) && segment.end() > segment.seq) {
            wire.send(segment(Segment.ACK, sender.next(), 0, nowNanos));
        }
    }

    private void push(long nowNanos) {
        if (state == State.SYNCHRONIZED) {
            sender.push(nowNanos);
            acknowledgeIfDue(nowNanos);
        }
    }

    private void acknowledgeIfDue(long nowNanos) {
        if (receiver.isAckDue()) {
            wire.send(segment(Segment.ACK, sender.next(), 0, nowNanos));
        }
    }

    private void endIfDone(long nowNanos) {
        if (!sender.isFinAcknowledged() || !receiver.isFinReceived()) {
            return;
        }
        close();
        if (!peerEndedFirst) {
            state = State.TIME_WAIT;
            stateNanos = nowNanos + TIME_WAIT_NANOS;
        }
        user.closed();
    }

    private void fail(User.Failure failure) {
        close();
        user.failed(failure);
    }

    /** A segment with all that is the same in each. */
    Segment segment(int flags, long seq, int length, long nowNanos) {
        Segment segment = wire.blank();
        segment.flags = flags;
        segment.seq = seq;
        segment.length = length;
        if (timestamps) {
            segment.timestamps = true;
            segment.tsValueNanos = nowNanos;
        }
        receiver.report(segment);
        return segment;
    }

    /** Whether data may leave: the handshake is done. */
    boolean maySendData() {
        return state == State.SYNCHRONIZED;
    }

    /** The payload of a full segment. */
    int mss() {
        return mss;
    }

    /** The binary logarithm of this end's window unit; a SYN's window has none. */
    int windowScale() {
        return state == State.SYNCHRONIZED ? Receiver.scale(settings.receiveBufferBytes()) : 0;
    }

    boolean usesSack() {
        return sack;
    }

    boolean usesTimestamps() {
        return timestamps;
    }

    TcpSettings settings() {
        return settings;
    }

    Wire wire() {
        return wire;
    }

    User user() {
        return user;
    }

    /**
     * Whether it will do nothing any more unless a segment comes: it need not be woken.
     *
     * @return true when closed or in TIME-WAIT
     */
    public boolean isQuiet() {
        return state == State.CLOSED || state == State.TIME_WAIT;
    }

    /** How the sending half stands: a copy of its figures. */
    public TcpFigures figures() {
        return sender.figures();
    }
}
