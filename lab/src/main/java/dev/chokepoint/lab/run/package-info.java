/** Runs a scenario in either world and puts the results side by side. */
package dev.chokepoint.lab.run;
