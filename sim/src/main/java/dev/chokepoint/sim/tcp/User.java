package dev.chokepoint.sim.tcp;

/** Whom a {@link TcpEnd} tells what happens. It may call the end back, but not from within these methods. */
public interface User {
    /** Why a connection ended early. */
    enum Failure {
        /** The peer answered the first segment with a reset: nobody listens there. */
        REFUSED,
        /** The peer reset the connection. */
        RESET,
        /** Too many retransmissions went unanswered (RFC 1122 section 4.2.3.5). */
        TIMED_OUT
    }

    /** The handshake is done. */
    void opened();

    /**
     * Data arrived in order.
     *
     * @param position everything before this offset has arrived
     */
    void arrived(long position);

    /**
     * Data arrived behind a gap.
     *
     * @param from its first offset
     * @param to the offset after its last
     */
    void arrivedEarly(long from, long to);

    /** The peer's stream ended, and everything before the end has arrived. */
    void finArrived();

    /**
     * Data left for the first time.
     *
     * @param position everything before this offset has left at least once
     */
    void sent(long position);

    /**
     * The peer has data.
     *
     * @param position it has everything before this offset
     */
    void acknowledged(long position);

    /** The end of this side's stream left for the first time. */
    void finSent();

    /**
     * The connection is gone.
     *
     * @param failure why
     */
    void failed(Failure failure);

    /** Both directions ended in order and are acknowledged; nothing of the connection is left but, perhaps, TIME-WAIT. */
    void closed();
}
