package dev.chokepoint.sim.tcp;

/**
 * How a sender finds and repairs losses (RFC 6675 section 5; without SACK RFC 5681 section 3.2 and RFC 6582). Exists only
 * while something is out of order.
 */
final class LossRecovery {
    /** What the sender believes of the path. */
    private enum Phase {
        /** All is well again; only the recovery point is still remembered. */
        OPEN,
        /** Something is missing, and may be only late. */
        DISORDER,
        /** Fast recovery. */
        RECOVERY,
        /** After a retransmission time-out. */
        LOSS
    }

    /** Duplicate acknowledgements that make a loss (RFC 5681 section 3.2). */
    private static final int DUP_THRESH = 3;

    private static final long NONE = Scoreboard.NONE;

    private final Sender sender;
    private final CongestionControl control;
    private final Scoreboard board;
    private final ProportionalRate rate = new ProportionalRate();
    private final boolean proportional;
    private final boolean sack;

    private Phase phase = Phase.OPEN;
    private int dupAcks;

    /** HighData when the present recovery began (RFC 6675 section 5 step 4.1); {@link #NONE} once it is acknowledged. */
    private long recoveryPoint = NONE;

    private boolean partialSeen;

    LossRecovery(Sender sender, CongestionControl control, boolean proportional, boolean sack) {
        this.sender = sender;
        this.control = control;
        this.board = new Scoreboard(control.mss);
        this.proportional = proportional;
        this.sack = sack;
    }

    Scoreboard board() {
        return board;
    }

    /** Whether nothing is out of order any more. */
    boolean isOver() {
        return phase == Phase.OPEN && recoveryPoint == NONE && board.isEmpty();
    }

    boolean isRecovering() {
        return phase == Phase.RECOVERY;
    }

    /** Whether the retransmission timer should start afresh with this acknowledgement (RFC 6298 section 5.3; RFC 6582 section 4). */
    boolean restartsTimer() {
        return sack || phase != Phase.RECOVERY || !partialSeen;
    }

    /** Counts bytes that left in recovery. */
    void sent(long bytes) {
        if (phase == Phase.RECOVERY) {
            rate.sent(bytes);
        }
    }

    /**
     * An acknowledgement came.
     *
     * @param acked how far it moved SND.UNA
     * @param delivered how many bytes it said had arrived that were not known to
     * @param duplicate whether it is one (RFC 6675 section 2)
     */
    void acknowledged(long acked, long delivered, boolean duplicate, boolean mayGrow, long nowNanos) {
        if (sack && duplicate) {
            board.findLost(sender.unacknowledged());
        }
        if (duplicate) {
            duplicate(delivered, nowNanos);
        } else if (acked > 0) {
            dupAcks = 0;
        }
        if (acked > 0) {
            advanced(acked, delivered, duplicate, mayGrow, nowNanos);
        }
    }

    private void duplicate(long delivered, long nowNanos) {
        switch (phase) {
            case LOSS -> {}
            case RECOVERY -> {
                if (!sack) {
                    board.assumeArrived(sender.unacknowledged(), sender.next());
                }
                moveWindow(delivered);
            }
            case OPEN, DISORDER -> suspect(delivered, nowNanos);
        }
    }

    /** RFC 6675 section 5 steps 1 to 3; what limited transmit (RFC 3042) sends follows from the smaller pipe. */
    private void suspect(long delivered, long nowNanos) {
        phase = Phase.DISORDER;
        dupAcks++;
        long una = sender.unacknowledged();
        if (!sack) {
            board.assumeArrived(una, sender.next());
        }
        boolean enough = dupAcks >= DUP_THRESH && (recoveryPoint == NONE || una >= recoveryPoint);
        if (enough || board.isLost(una)) {
            enterRecovery(delivered, nowNanos);
        }
    }

    /** RFC 6675 section 5 step 4. */
    private void enterRecovery(long delivered, long nowNanos) {
        phase = Phase.RECOVERY;
        recoveryPoint = sender.next();
        partialSeen = false;
        if (!board.isLost(sender.unacknowledged())) {
            board.loseHead(sender.unacknowledged(), sender.outstanding());
        }
        long pipe = sender.pipe();
        control.thresholdBytes(control.afterLoss(sack ? pipe : pipe + control.mss));
        rate.start(pipe);
        if (proportional) {
            moveWindow(delivered);
        } else {
            control.windowBytes(control.thresholdBytes());
        }
        long lost = board.nextLost();
        if (lost != Scoreboard.NONE) { // else all that is lost was sent again by an earlier recovery, and is on its way
            sender.retransmit(lost, nowNanos);
        }
    }

    private void moveWindow(long delivered) {
        if (proportional) {
            control.windowBytes(rate.window(delivered, sender.pipe(), control.thresholdBytes(), control.mss));
        }
    }

    private void advanced(long acked, long delivered, boolean duplicate, boolean mayGrow, long nowNanos) {
        boolean partial = sender.unacknowledged() < recoveryPoint;
        if (partial && phase == Phase.RECOVERY) {
            partial(delivered, duplicate, nowNanos);
        } else if (partial && phase == Phase.LOSS) {
            sender.grow(acked, mayGrow, nowNanos);
        } else {
            complete(acked, duplicate, mayGrow, nowNanos);
        }
    }

    /** RFC 6675 section 5 part B; without SACK the next segment is taken to be lost too (RFC 6582 section 3.2 step 5). */
    private void partial(long delivered, boolean duplicate, long nowNanos) {
        long una = sender.unacknowledged();
        if (!sack) {
            boolean wasAssumed = board.isArrived(una);
            board.loseHead(una, sender.outstanding());
            if (wasAssumed) {
                board.assumeArrived(una, sender.next());
            }
            sender.retransmit(una, nowNanos);
        } else if (!duplicate) {
            moveWindow(delivered);
        }
        partialSeen = true;
    }

    /** Everything up to the recovery point has arrived, or nothing was being recovered. */
    private void complete(long acked, boolean duplicate, boolean mayGrow, long nowNanos) {
        boolean recovered = phase == Phase.RECOVERY;
        long growing = phase == Phase.LOSS ? sender.unacknowledged() - recoveryPoint : acked;
        if (sender.unacknowledged() >= recoveryPoint) {
            recoveryPoint = NONE;
        }
        if (phase == Phase.DISORDER && duplicate) {
            return;
        }
        phase = Phase.OPEN;
        dupAcks = 0;
        if (recovered) {
            control.windowBytes(control.thresholdBytes());
        }
        sender.grow(growing, mayGrow, nowNanos);
    }

    /** The retransmission timer went off (RFC 5681 section 3.1, RFC 6675 section 5.1). */
    void timedOut() {
        long una = sender.unacknowledged();
        if (phase != Phase.LOSS || !board.isSentAgain(una)) {
            control.thresholdBytes(control.afterLoss(sender.pipe()));
        }
        if (!sack) {
            board.forgetArrived(una, sender.next());
        }
        board.loseAll(una, sender.next());
        control.timedOut();
        control.windowBytes(control.mss);
        phase = Phase.LOSS;
        dupAcks = 0;
        recoveryPoint = sender.next();
    }
}
