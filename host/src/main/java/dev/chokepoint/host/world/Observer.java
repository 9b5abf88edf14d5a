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
        public void intended(long message, long atNanos) {}

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
     */
    void intended(long message, long atNanos);

    /**
     * The message leaves the stage it was in and enters another.
     *
     * @param message its number
     * @param stage from {@link #stage}
     * @param atNanos when
     */
    void enter(long message, int stage, long atNanos);

    /**
     * The message arrived.
     *
     * @param message its number
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
