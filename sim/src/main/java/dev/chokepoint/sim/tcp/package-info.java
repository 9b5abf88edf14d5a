/**
 * TCP without a clock: one end of a connection is told the time with everything that happens to it, and answers with segments.
 * It knows nothing of links, hosts or programs, and stores no payload: segments carry ranges of the stream.
 */
package dev.chokepoint.sim.tcp;
