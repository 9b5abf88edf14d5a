package dev.chokepoint.programs.ask;

/** Many clients, each with at most one request under way, that can be asked by number. */
interface Clients {
    /** Sends an idle client's request. */
    void ask(int client, long message);

    /** Whether the client may be asked. */
    boolean isIdle(int client);

    /** Whether the client has failed to connect a few times in a row. */
    boolean isDown(int client);

    boolean areAllDown();

    /** Why a connection was lost last. */
    String lastReason();
}
