package dev.chokepoint.sim;

import dev.chokepoint.host.Address;

/**
 * Both ends' addresses.
 *
 * @param local this end's
 * @param remote the other's
 */
record Ends(Address local, Address remote) {}
