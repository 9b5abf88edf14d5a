package dev.chokepoint.sim;

import dev.chokepoint.host.Address.Inet;

/**
 * Where packets come from or go to.
 *
 * @param at the address with its port
 * @param slot which of its host's access links is its own; 0 where they share
 */
record End(Inet at, int slot) {}
