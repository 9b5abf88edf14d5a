/** The simulator side by side with other simulators, each side in a process of its own, doing the same. */
package dev.chokepoint.bench.peers;
