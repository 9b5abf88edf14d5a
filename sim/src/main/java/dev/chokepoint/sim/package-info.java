/**
 * A deterministic world of virtual time: the same seed gives the same {@linkplain dev.chokepoint.sim.SimWorld#traceHash()
 * trace hash} on every machine.
 */
package dev.chokepoint.sim;
