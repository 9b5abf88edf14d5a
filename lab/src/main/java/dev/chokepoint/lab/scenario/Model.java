package dev.chokepoint.lab.scenario;

/** The centralization models. */
public enum Model {
    /** One server; every message goes client, server, client. */
    CENTRAL(ServerSpec.NAME),
    /** Equal servers behind a load balancer. */
    REPLICATED(BalancerSpec.NAME);

    private final String entrance;

    Model(String entrance) {
        this.entrance = entrance;
    }

    /**
     * The end of the clients' ways: the server, or the balancer before several.
     *
     * @return a host's name, or the name of several
     */
    public String entrance() {
        return entrance;
    }
}
