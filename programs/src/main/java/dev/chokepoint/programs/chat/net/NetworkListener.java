package dev.chokepoint.programs.chat.net;

/** Told what becomes of the network, on the lane, in words for people. */
public interface NetworkListener {
    /** Listens to nothing. */
    NetworkListener NONE = new NetworkListener() {};

    /**
     * A server has joined, as a neighbour or behind one.
     *
     * @param server its name
     */
    default void joined(String server) {}

    /**
     * A server is not reached any more.
     *
     * @param server its name
     * @param reason why
     */
    default void lost(String server, String reason) {}

    /**
     * A link, or the backplane, did not come up.
     *
     * @param where the address
     * @param reason why
     */
    default void failed(String where, String reason) {}
}
