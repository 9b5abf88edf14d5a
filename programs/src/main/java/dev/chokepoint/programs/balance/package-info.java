/**
 * A load balancer that passes connections on, byte for byte (layer 4): it knows nothing of what they carry. Each lane balances
 * for itself and shares nothing with the others: its health checks, its turns and its counts of open connections are its own,
 * so that with several lanes "the fewest connections" means the fewest of this lane.
 */
package dev.chokepoint.programs.balance;
