/** What was measured: latency, phases, load and resources of one world's run, as plain records. */
package dev.chokepoint.lab.measure;
