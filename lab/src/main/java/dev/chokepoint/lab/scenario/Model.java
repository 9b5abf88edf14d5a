package dev.chokepoint.lab.scenario;

import java.util.Locale;

/** The centralization models. */
public enum Model {
    /** One server; every message goes client, server, client. */
    CENTRAL(ServerSpec.NAME),
    /** Equal servers behind a load balancer; those of a chat are joined by a backplane. */
    REPLICATED(BalancerSpec.NAME),
    /** Servers with clients of their own, which pass messages on to each other along a tree. */
    FEDERATED(ServerSpec.NAME),
    /** A server introduces the clients to each other, or to the server that has what they want; the rest goes directly. */
    HYBRID(ServerSpec.NAME),
    /** No server: peers pass messages on to peers. */
    MESH(ServerSpec.NAME);

    private final String entrance;

    Model(String entrance) {
        this.entrance = entrance;
    }

    /**
     * The end of the clients' ways: the server, or the balancer before several. In the model {@code mesh}, which has no server, it
     * is the place where the clients' ways meet.
     *
     * @return a host's name, or the name of several
     */
    public String entrance() {
        return entrance;
    }

    /**
     * Its name in a scenario.
     *
     * @return such as {@code central}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a chat has several servers in it.
     *
     * @return false where one is enough, or none
     */
    public boolean hasSeveralServers() {
        return this == REPLICATED || this == FEDERATED;
    }
}
