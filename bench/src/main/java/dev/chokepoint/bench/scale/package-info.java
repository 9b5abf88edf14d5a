/** What an event costs, from a thousand clients to a million. */
package dev.chokepoint.bench.scale;
