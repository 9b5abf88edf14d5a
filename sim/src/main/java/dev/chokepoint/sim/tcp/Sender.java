package dev.chokepoint.sim.tcp;

/**
 * The sending half of one end (RFC 9293 section 3.8, RFC 5681). Offsets:
 * <pre>
 * unacknowledged &lt;= next &lt;= released, plus one once the stream's end is due
 * </pre>
 */
final class Sender {
    private static final long NEVER = Long.MAX_VALUE;

    /** Retransmissions of one segment before the connection is given up (RFC 1122 section 4.2.3.5; Linux: 15). */
    private static final int MAX_RETRIES = 15;

    private final TcpEnd end;
    private CongestionControl control;
    private final RttEstimator rtt;

    private LossRecovery recovery;
    private long unacknowledged;
    private long next;
    private long released;
    private boolean finDue;

    private final PeerWindow peer = new PeerWindow();

    /** When the retransmission or the persist timer goes off. */
    private long timerNanos = NEVER;

    private boolean persisting;
    private int retries;
    private long lastSentNanos;

    /** Made where there are no timestamps. */
    private TimedSegment timed;

    private long retransmittedBytes;

    Sender(TcpEnd end, CongestionControl control, RttEstimator rtt) {
        this.end = end;
        this.control = control;
        this.rtt = rtt;
    }

    long unacknowledged() {
        return unacknowledged;
    }

    /** The first offset that was never sent. */
    long next() {
        return next;
    }

    long outstanding() {
        return next - unacknowledged;
    }

    long pipe() {
        return recovery == null ? outstanding() : recovery.board().pipe(outstanding());
    }

    /** There are no timestamps. */
    void timeSegments() {
        timed = new TimedSegment();
    }

    /** The peer takes only smaller segments than was thought. */
    void control(CongestionControl other) {
        control = other;
    }

    CongestionControl control() {
        return control;
    }

    RttEstimator rtt() {
        return rtt;
    }

    TcpFigures figures() {
        return new TcpFigures(
                control.windowBytes(), control.thresholdBytes(), pipe(), rtt.smoothedNanos(), retransmittedBytes);
    }

    /** The peer's window. */
    PeerWindow peer() {
        return peer;
    }

    long timerNanos() {
        return timerNanos;
    }

    boolean isFinSent() {
        return finDue && next > released;
    }

    boolean isFinAcknowledged() {
        return isFinSent() && unacknowledged == next;
    }

    void release(long position) {
        released = position;
    }

    void finish() {
        finDue = true;
    }

    /** The acknowledgement in {@code segment} (RFC 9293 section 3.10.7.4, fifth). */
    void acknowledge(Segment segment, long nowNanos) {
        boolean sameWindow = peer.learn(segment);
        if (segment.ack < unacknowledged) {
            return;
        }
        boolean bare = segment.length == 0 && !segment.has(Segment.FIN);
        boolean nothingNew = segment.ack == unacknowledged && outstanding() > 0 && bare && sameWindow;
        long sacked = end.usesSack() ? sacked(segment) : 0;
        boolean duplicate = end.usesSack() ? sacked > 0 : nothingNew;
        long acked = segment.ack - unacknowledged;
        boolean mayGrow = isWindowUsed();
        unacknowledged = segment.ack;
        if (acked > 0) {
            measure(segment, nowNanos);
        }
        settle(acked, sacked, duplicate, mayGrow, nowNanos);
        if (acked > 0 || persisting) {
            retries = 0;
        }
        if (acked > 0) {
            end.user().acknowledged(Math.min(unacknowledged, released));
        }
    }

    private void settle(long acked, long sacked, boolean duplicate, boolean mayGrow, long nowNanos) {
        if (recovery == null && !duplicate) {
            grow(acked, mayGrow, nowNanos);
            restartTimer(acked, nowNanos);
            return;
        }
        LossRecovery present = recovery();
        boolean restart = present.restartsTimer();
        long delivered = acked - present.board().acknowledge(unacknowledged) + sacked;
        present.acknowledged(acked, delivered, duplicate, mayGrow, nowNanos);
        if (restart) {
            restartTimer(acked, nowNanos);
        }
        if (present.isOver()) {
            recovery = null;
        }
    }

    private LossRecovery recovery() {
        if (recovery == null) {
            recovery = new LossRecovery(this, control, end.settings().proportional(), end.usesSack());
        }
        return recovery;
    }

    private long sacked(Segment segment) {
        long news = 0;
        for (int i = 0; i < segment.sackCount; i++) {
            long from = Math.max(segment.sackFrom(i), Math.max(unacknowledged, segment.ack));
            long to = Math.min(segment.sackTo(i), next);
            if (from < to) {
                news += recovery().board().sack(from, to);
            }
        }
        return news;
    }

    /** Whether the window limits this sender, not its program or the peer (RFC 9438 section 5.8, RFC 7661 section 4.1). */
    private boolean isWindowUsed() {
        long flight = outstanding();
        return control.isSlowStart()
                ? control.windowBytes() < 2 * flight
                : control.windowBytes() < flight + control.mss;
    }

    /** {@code acked} more bytes arrived while nothing is lost. */
    void grow(long acked, boolean mayGrow, long nowNanos) {
        if (acked > 0 && mayGrow) {
            control.measured(unacknowledged, next, rtt, nowNanos);
            control.acknowledged(control.segments(acked), rtt, nowNanos);
        }
    }

    /** RFC 6298 sections 5.2 and 5.3. */
    private void restartTimer(long acked, long nowNanos) {
        if (outstanding() == 0) {
            if (!persisting) {
                timerNanos = NEVER;
            }
        } else if (acked > 0) {
            timerNanos = nowNanos + rtt.rtoNanos();
        }
    }

    private void measure(Segment segment, long nowNanos) {
        if (segment.timestamps) {
            rtt.sample(nowNanos - segment.tsEchoNanos, end.settings().minRtoNanos());
        } else if (timed != null) {
            timed.acknowledged(unacknowledged, rtt, end.settings().minRtoNanos(), nowNanos);
        }
    }

    /** Sends everything that may leave now (RFC 6675 section 5 part C, RFC 9293 section 3.8.6.2.1). */
    void push(long nowNanos) {
        boolean sent = true;
        while (sent) {
            sent = repairLost(nowNanos) || !isRepairWaiting() && (sendNew(nowNanos) || repairDoubtful(nowNanos));
        }
        persistIfStuck(nowNanos);
    }

    private boolean isRepairWaiting() {
        return recovery != null && recovery.board().nextLost() != Scoreboard.NONE;
    }

    private boolean repairLost(long nowNanos) {
        if (!isRepairWaiting()) {
            return false;
        }
        long from = recovery.board().nextLost();
        long size = Math.min(control.mss, recovery.board().endOfLost(from) - from);
        if (control.windowBytes() - pipe() < size) {
            return false;
        }
        retransmit(from, nowNanos);
        return true;
    }

    /** NextSeg rule 3 (RFC 6675 section 4). */
    private boolean repairDoubtful(long nowNanos) {
        if (recovery == null || !recovery.isRecovering() || !end.usesSack() || next < limit()) {
            return false;
        }
        long from = recovery.board().nextDoubtful(unacknowledged);
        if (from == Scoreboard.NONE) {
            return false;
        }
        long to = Math.min(recovery.board().endOfDoubtful(from), from + control.mss);
        if (control.windowBytes() - pipe() < to - from) {
            return false;
        }
        sendAgain(from, to, nowNanos);
        return true;
    }

    /** Sends the lost segment at {@code from} again. */
    void retransmit(long from, long nowNanos) {
        sendAgain(from, Math.min(recovery.board().endOfLost(from), from + control.mss), nowNanos);
    }

    private void sendAgain(long from, long to, long nowNanos) {
        recovery.board().sentAgain(from, to);
        recovery.sent(to - from);
        retransmittedBytes += to - from;
        forgetTimed();
        emit(from, to, true, nowNanos);
    }

    /** The offset after the last that could be sent if there were no windows. */
    private long limit() {
        return finDue ? released + 1 : released;
    }

    private boolean sendNew(long nowNanos) {
        long unsent = limit() - next;
        if (unsent == 0 || !end.maySendData()) {
            return false;
        }
        restartAfterIdle(nowNanos);
        long allowed = Math.min(control.windowBytes() - pipe(), peer.edge() - next);
        long size = Math.min(Math.min(unsent, control.mss), allowed);
        if (size <= 0 || size < Math.min(unsent, control.mss) && !isWorthIt(size) || isNagled(unsent)) {
            return false;
        }
        sendFirst(withFin(next + size), nowNanos);
        return true;
    }

    /** A FIN travels with the last data, beyond the segment's size if need be. */
    private long withFin(long to) {
        return finDue && to == released && peer.edge() > to ? to + 1 : to;
    }

    /** Sender's silly window avoidance: not a full segment, but half of the most the peer ever took (RFC 9293 section 3.8.6.2.1). */
    private boolean isWorthIt(long size) {
        return size == peer.edge() - next && 2 * size >= peer.maxBytes();
    }

    private boolean isNagled(long unsent) {
        return end.settings().nagle() && unsent < control.mss && outstanding() > 0 && !finDue;
    }

    /** A window that was not tried for a while is not believed any more (RFC 5681 section 4.1). */
    private void restartAfterIdle(long nowNanos) {
        if (outstanding() == 0 && nowNanos - lastSentNanos > rtt.rtoNanos()) {
            long restart = (long) end.settings().initialWindowSegments() * control.mss;
            control.windowBytes(Math.min(control.windowBytes(), restart));
        }
    }

    private void sendFirst(long to, long nowNanos) {
        long from = next;
        next = to;
        if (timed != null) {
            timed.sent(from, nowNanos);
        }
        if (recovery != null) {
            recovery.sent(to - from);
        }
        emit(from, to, false, nowNanos);
        end.user().sent(Math.min(to, released));
        if (to > released) {
            end.user().finSent();
        }
    }

    private void forgetTimed() {
        if (timed != null) {
            timed.forget();
        }
    }

    private void emit(long from, long to, boolean again, long nowNanos) {
        int length = (int) (Math.min(to, released) - from);
        Segment segment = end.segment(Segment.ACK, from, length, nowNanos);
        segment.isRetransmission = again;
        if (to > released) {
            segment.flags |= Segment.FIN;
        }
        if (segment.length > 0 && Math.min(to, released) == released) {
            segment.flags |= Segment.PSH;
        }
        lastSentNanos = nowNanos;
        if (persisting || timerNanos == NEVER) {
            persisting = false;
            timerNanos = nowNanos + rtt.rtoNanos();
        }
        end.wire().send(segment);
    }

    /** The window is too small for what there is to send, and nothing is on its way that could open it (RFC 9293 section 3.8.6.1). */
    private void persistIfStuck(long nowNanos) {
        boolean stuck = outstanding() == 0 && limit() > next && end.maySendData() && !isNagled(limit() - next);
        if (stuck && !persisting) {
            persisting = true;
            timerNanos = nowNanos + rtt.rtoNanos();
        } else if (!stuck && persisting) {
            persisting = false;
            rtt.endBackOff();
            timerNanos = outstanding() == 0 ? NEVER : nowNanos + rtt.rtoNanos();
        }
    }

    /** The timer went off; returns false when the peer must be gone. */
    boolean timedOut(long nowNanos) {
        if (++retries > MAX_RETRIES) {
            return false;
        }
        if (persisting) {
            probe(nowNanos);
            return true;
        }
        recovery().timedOut();
        forgetTimed();
        rtt.backOff();
        timerNanos = nowNanos + rtt.rtoNanos();
        push(nowNanos);
        return true;
    }

    /** Sends what the window allows, however little; or asks what the window is. */
    private void probe(long nowNanos) {
        rtt.backOff();
        timerNanos = nowNanos + rtt.rtoNanos();
        long size = Math.min(Math.min(limit() - next, control.mss), peer.edge() - next);
        if (size > 0) {
            sendFirst(next + size, nowNanos);
        } else {
            end.wire().send(end.segment(Segment.ACK, next - 1, 0, nowNanos));
        }
    }

    /** The connection is over: nothing more is sent. */
    void stop() {
        timerNanos = NEVER;
        recovery = null;
    }
}
