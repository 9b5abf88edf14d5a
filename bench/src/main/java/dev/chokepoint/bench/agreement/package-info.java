/** Live runs against their twins: how far the simulator can be believed on this machine. */
package dev.chokepoint.bench.agreement;
