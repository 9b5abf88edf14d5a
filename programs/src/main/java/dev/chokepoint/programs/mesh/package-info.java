/**
 * Mesh: no server. Each person is a peer with a few neighbours among those in the room, and passes on to them what is new.
 *
 * <p><b>Between neighbours</b>, after {@link dev.chokepoint.programs.peer}'s greeting, each side sends {@code PASS HOPS TEXT}, where
 * HOPS are two hexadecimal digits that count the connections passed before, and {@code PING} when a heartbeat is due. A peer that
 * has heard nothing for three heartbeats is taken for dead.
 */
package dev.chokepoint.programs.mesh;
