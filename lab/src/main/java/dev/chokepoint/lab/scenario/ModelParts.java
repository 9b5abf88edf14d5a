package dev.chokepoint.lab.scenario;

import java.util.Optional;

/**
 * What only some models have, as written or by default.
 *
 * @param backplane what joins the servers of a chat in the model {@code replicated}
 * @param federation how the servers of the model {@code federated} are joined
 */
public record ModelParts(BackplaneSpec backplane, FederationSpec federation) {
    /** All by default. */
    public static final ModelParts STANDARD = new ModelParts(BackplaneForm.STANDARD, FederationForm.STANDARD);

    /**
     * What joins the servers of a replicated chat: a publish/subscribe server on a host of its own.
     *
     * @param cores its CPU cores
     * @param machine whose cores it shares with other hosts, if any
     * @param link from each server to it
     */
    public record BackplaneSpec(int cores, Optional<String> machine, Scenario.LinkSpec link) {
        /** The host's name. */
        public static final String NAME = "backplane";

        /**
         * A copy with more or fewer cores.
         *
         * @param other the new {@link #cores()}
         * @return the copy
         */
        public BackplaneSpec withCores(int other) {
            return new BackplaneSpec(other, machine, link);
        }

        /**
         * A copy with other links to the servers.
         *
         * @param other the new {@link #link()}
         * @return the copy
         */
        public BackplaneSpec withLink(Scenario.LinkSpec other) {
            return new BackplaneSpec(cores, machine, other);
        }

        /**
         * A copy on a machine.
         *
         * @param other its name
         * @return the copy
         */
        public BackplaneSpec on(String other) {
            return new BackplaneSpec(cores, Optional.of(other), link);
        }
    }

    /**
     * How federated servers are joined: a tree, filled level by level.
     *
     * @param children how many servers each may have below it
     * @param link from a server to the one above it
     */
    public record FederationSpec(int children, Scenario.LinkSpec link) {
        /**
         * The server above another.
         *
         * @param server its number, from 1, which is the root of the tree and has none above it
         * @return a lower number
         */
        public int above(int server) {
            return (server - 2) / children + 1;
        }

        /**
         * A copy with other links between servers.
         *
         * @param other the new {@link #link()}
         * @return the copy
         */
        public FederationSpec withLink(Scenario.LinkSpec other) {
            return new FederationSpec(children, other);
        }
    }

    /**
     * A copy with another backplane.
     *
     * @param other what joins replicated servers
     * @return the copy
     */
    public ModelParts withBackplane(BackplaneSpec other) {
        return new ModelParts(other, federation);
    }

    /**
     * A copy with another federation.
     *
     * @param other how federated servers are joined
     * @return the copy
     */
    public ModelParts withFederation(FederationSpec other) {
        return new ModelParts(backplane, other);
    }
}
