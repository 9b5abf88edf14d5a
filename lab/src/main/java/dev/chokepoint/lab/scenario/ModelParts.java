package dev.chokepoint.lab.scenario;

import dev.chokepoint.programs.load.ServiceTime;
import java.util.Optional;

/**
 * What only some models have, as written or by default.
 *
 * @param backplane what joins the servers of a chat in the model {@code replicated}
 * @param federation how the servers of the model {@code federated} are joined
 * @param directory who tells clients of {@code ask} where to ask in the model {@code hybrid}
 * @param mesh how peers know each other in the model {@code mesh}
 */
public record ModelParts(BackplaneSpec backplane, FederationSpec federation, DirectorySpec directory, MeshSpec mesh) {
    /** All by default. */
    public static final ModelParts STANDARD =
            new ModelParts(BackplaneForm.STANDARD, FederationForm.STANDARD, DirectoryForm.STANDARD, MeshForm.STANDARD);

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
        return new ModelParts(other, federation, directory, mesh);
    }

    /**
     * A copy with another federation.
     *
     * @param other how federated servers are joined
     * @return the copy
     */
    public ModelParts withFederation(FederationSpec other) {
        return new ModelParts(backplane, other, directory, mesh);
    }

    /**
     * Who tells clients which server has what.
     *
     * @param cores its CPU cores
     * @param work the CPU time of a look-up
     * @param rememberNanos how long a client goes where it was sent before it asks again
     */
    public record DirectorySpec(int cores, ServiceTime work, long rememberNanos) {
        /** The host's name. */
        public static final String NAME = "directory";
    }

    /**
     * How peers know each other.
     *
     * @param neighbours how many each wants
     * @param fanout to how many of them a message is passed on
     */
    public record MeshSpec(int neighbours, int fanout) {}

    /**
     * A copy with another directory.
     *
     * @param other who tells clients where to ask
     * @return the copy
     */
    public ModelParts withDirectory(DirectorySpec other) {
        return new ModelParts(backplane, federation, other, mesh);
    }

    /**
     * A copy with another mesh.
     *
     * @param other how peers know each other
     * @return the copy
     */
    public ModelParts withMesh(MeshSpec other) {
        return new ModelParts(backplane, federation, directory, other);
    }
}
