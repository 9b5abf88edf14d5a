package dev.chokepoint.host.world;

/**
 * A link of its own for each address of a host: what joins a fleet of clients to the network. All are alike; none is shared.
 *
 * @param name what people call them together
 * @param fleet the host whose addresses each have one
 * @param to the host or router at the other end of them all
 * @param up what an address sends goes through this
 * @param down what it receives comes through this
 */
public record AccessLinks(String name, String fleet, String to, Link.Direction up, Link.Direction down) {
    /** Checks the ends. */
    public AccessLinks {
        if (fleet.equals(to)) {
            throw new IllegalArgumentException(
                    "access links " + name + " join " + fleet + " to itself: they need two ends");
        }
    }

    /**
     * The name of one direction of them all as a resource.
     *
     * @param upward whether it is the one from the fleet
     * @return such as {@code access clients->server}
     */
    public String directionName(boolean upward) {
        return name + " " + (upward ? fleet + "->" + to : to + "->" + fleet);
    }
}
