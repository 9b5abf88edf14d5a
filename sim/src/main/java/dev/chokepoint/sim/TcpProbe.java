package dev.chokepoint.sim;

import dev.chokepoint.host.Address;

/** Watches chosen TCP connections. Called on the world's thread; must not touch the world. */
public interface TcpProbe {
    /** Watches none. */
    TcpProbe NONE = new TcpProbe() {
        @Override
        public boolean watches(Address local, Address remote) {
            return false;
        }

        @Override
        public void sample(TcpSample sample) {
            // never called
        }
    };

    /**
     * Asked once for each end of each connection, when it is made.
     *
     * @param local this end
     * @param remote the other
     * @return whether to watch it
     */
    boolean watches(Address local, Address remote);

    /**
     * Something happened to an end that is watched: a segment came, a timer went off, or its program sent.
     *
     * @param sample how it stands now
     */
    void sample(TcpSample sample);
}
