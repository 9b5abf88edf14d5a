package dev.chokepoint.programs.ask;

/** What wants the clients' services: told by {@link AskClients} what becomes of them. */
interface Demand {
    /** The client has a connection and nothing to do, and may be asked. */
    void onIdle(int client);

    /** The idle client has lost its connection and must not be asked before it is idle again. */
    void onLost(int client);

    /** The client has failed to connect a few times in a row, and goes on trying. */
    void onDown(int client);
}
