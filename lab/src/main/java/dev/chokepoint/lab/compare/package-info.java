/** One scenario in several variants, each run live, side by side. */
package dev.chokepoint.lab.compare;
