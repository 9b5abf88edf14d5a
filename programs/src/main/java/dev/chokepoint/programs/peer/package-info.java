/**
 * What hybrid and mesh have in common: people who each listen on an address of their own and connect to one another.
 *
 * <p>On such a connection each side sends lines of at most {@value dev.chokepoint.programs.peer.Peers#LINE_BYTES_MAX} bytes. The
 * side that connected begins with {@code HELLO NAME}. The side that was connected to answers only if it can't take one more:
 * with {@code FULL}, and closes. What follows is the owner's.
 */
package dev.chokepoint.programs.peer;
