package dev.chokepoint.host;

/** An open listener, see {@link Host#listen}. Lane thread only. */
public interface Server {
    /**
     * Where it listens, with the port that was picked if 0 was asked for.
     *
     * @return the bound address
     */
    Address local();

    /**
     * Stops accepting on this lane; the last lane's close frees the address. Connections already accepted live on; those
     * still waiting in the accept queue are reset.
     */
    void close();
}
