package dev.chokepoint.sim;

/** What an entry of a {@link Trace} is: an event of the network, or a callback of a program. */
public enum EventKind {
    /** A lane's turn is over. */
    WAKE,
    /** A timer is due. */
    TIMER,
    /** Sent bytes leave their lane. */
    RELEASE,
    /** A reset leaves its lane. */
    RESET,
    /** A piece of a stream arrives. */
    ARRIVE,
    /** The sender of a stream hears that bytes were read. */
    CREDIT,
    /** A link has clocked out a piece. */
    TRANSMITTED,
    /** Pieces have crossed a link. */
    PROPAGATED,
    /** A packet is sent. */
    FORWARD,
    /** A packet has crossed a link. */
    CROSSED,
    /** A connection request arrives. */
    SYN,
    /** The answer to a connection request arrives. */
    SYN_ACK,
    /** A refusal arrives. */
    REFUSAL,
    /** A TCP timer goes off: retransmission, delayed acknowledgement or another. */
    RETRANSMIT,
    /** A connection request is given up. */
    CONNECT_TIMEOUT,
    /** A station of a bare model, without hosts. */
    STATION,
    /** {@link dev.chokepoint.host.Program#start}. */
    ON_START,
    /** A timer's task. */
    ON_TIMER,
    /** {@link dev.chokepoint.host.NameHandler#onResolved}. */
    ON_RESOLVED,
    /** {@link dev.chokepoint.host.Acceptor#onAccept}. */
    ON_ACCEPT,
    /** {@link dev.chokepoint.host.Session#onOpen}. */
    ON_OPEN,
    /** {@link dev.chokepoint.host.Session#onBytes}. */
    ON_BYTES,
    /** {@link dev.chokepoint.host.Session#onEnd}. */
    ON_END,
    /** {@link dev.chokepoint.host.Session#onWritable}. */
    ON_WRITABLE,
    /** {@link dev.chokepoint.host.Session#onClose}. */
    ON_CLOSE,
    /** {@link dev.chokepoint.host.DatagramHandler#onDatagram}. */
    ON_DATAGRAM,
    /** {@link dev.chokepoint.host.DatagramHandler#onError}. */
    ON_ERROR,
    /** {@link dev.chokepoint.host.DatagramHandler#onWritable}. */
    ON_ROOM,
    /** A lane's work for an emulated link that has let go of a piece: no callback of a program. */
    PIECE,
    /** A computation comes to its host's offload threads. */
    COMPUTE,
    /** A computation has used its time on a core. */
    COMPUTED,
    /** The outcome of {@link dev.chokepoint.host.Host#offload}. */
    ON_RESULT,
    /** Something breaks, or is healed. */
    FAULT;

    private static final EventKind[] ALL = values();

    /** A small number for it, to be stored in primitive arrays; only meaningful within one run. */
    @SuppressWarnings("EnumOrdinal")
    int code() {
        return ordinal();
    }

    static EventKind of(int code) {
        return ALL[code];
    }
}
