package dev.chokepoint.live;

import dev.chokepoint.host.Address;

/** A listening socket of the kernel's, as one {@link IoModel} reaches it. Tells its {@link LiveListener}. Any thread. */
interface ListenSocket {
    /** Where it is bound, or {@code otherwise} when that has no name. */
    Address local(Address otherwise);

    /** Accepts from now on, or leaves connections in the kernel's queue. */
    void accept(boolean on);

    void close();
}
