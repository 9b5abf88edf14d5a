package dev.chokepoint.host.world;

/** A fault that is in force until it is healed. */
public interface Fault extends AutoCloseable {
    /** Heals it: what it held goes on. Does nothing the second time. */
    @Override
    void close();
}
