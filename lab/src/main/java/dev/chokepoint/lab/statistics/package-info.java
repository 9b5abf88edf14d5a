/** The mathematics of simulation output: intervals, paired differences, warm-up. Knows nothing of networks. */
package dev.chokepoint.lab.statistics;
