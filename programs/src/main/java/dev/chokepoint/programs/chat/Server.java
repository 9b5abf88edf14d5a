package dev.chokepoint.programs.chat;

/**
 * A server of the network: this one, or one that a {@link Relay} has introduced. The same object for as long as it is there.
 */
public final class Server implements Source {
    private final String name;
    private final String description;
    private final int hops;
    private int users;

    /**
     * A server.
     *
     * @param name its name
     * @param description a line about it
     * @param hops how many links away, 0 for this one
     */
    public Server(String name, String description, int hops) {
        this.name = name;
        this.description = description;
        this.hops = hops;
    }

    @Override
    public String mask() {
        return name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Server server() {
        return this;
    }

    /**
     * A line about it.
     *
     * @return the description
     */
    public String description() {
        return description;
    }

    /**
     * How far away it is.
     *
     * @return links between, 0 for this server
     */
    public int hops() {
        return hops;
    }

    /**
     * How many users are on it.
     *
     * @return registered ones
     */
    public int users() {
        return users;
    }

    void countUsers(int more) {
        users += more;
    }
}
