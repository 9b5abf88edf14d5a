package dev.chokepoint.host.world;

/**
 * Told by a world what becomes of messages. A world of virtual time calls it on its one thread; one of real sockets calls it
 * from every lane's thread, so an observer given to such a world is thread-safe. Calls about one message carry times that
 * never decrease, except that {@link #intended} may lie in the past, and that a stage at an access link is told in advance: what
 * is told after it with an earlier time counts from the later one.
 */
public interface Observer {
    /** Does nothing. */
    Observer NONE = new Observer() {
        @Override
        public int stage(Phase phase, String place) {
            return 0;
        }

        @Override
        public void intended(long message, long atNanos, int copies) {}

        @Override
        public void enter(long message, int stage, long atNanos) {}

        @Override
        public void delivered(long message, long atNanos) {}

        @Override
        public void failed(long message, String error, long atNanos) {}
    };

    /**
     * Gives a number to a phase at a place; the same number whenever it is asked again.
     *
     * @param phase what happens there
     * @param place the host's name, or the link direction's
     * @return a small number, for {@link #enter}
     */
    int stage(Phase phase, String place);

    /**
     * See {@link dev.chokepoint.host.Meter#intended}. Always followed at once by {@link #enter} into {@link Phase#SOURCE} of
     * the host that intends it, with the same time.
     *
     * @param message its number
     * @param atNanos when it was meant to leave
     * @param copies how many deliveries it will have, at least 1
     */
    void intended(long message, long atNanos, int copies);

    /**
     * Whether each copy of a message is told of by {@linkplain Copies a number of its own}, which {@link #copied} announces. If
     * not, all of them go by the message's number.
     *
     * @param message its number
     * @return the same answer whenever it is asked
     */
    default boolean followsCopies(long message) {
        return false;
    }

    /**
     * A copy of a message, or a copy of a copy, begins: its past is that of its original, which goes on to exist. Told again,
     * when more bytes of the same copy follow, it means nothing.
     *
     * @param original its number; where a world can't tell, one that was never announced
     * @param copy its number
     * @param atNanos when
     */
    default void copied(long original, long copy, long atNanos) {}

    /**
     * The message leaves the stage it was in and enters another.
     *
     * @param message its number, or a copy's
     * @param stage from {@link #stage}
     * @param atNanos when
     */
    void enter(long message, int stage, long atNanos);

    /**
     * The message arrived, or a copy of it.
     *
     * @param message its number, or the copy's
     * @param atNanos when
     */
    void delivered(long message, long atNanos);

    /**
     * The message is lost.
     *
     * @param message its number
     * @param error the cause's short name
     * @param atNanos when
     */
    void failed(long message, String error, long atNanos);
}
