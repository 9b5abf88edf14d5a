/** What changed from one run of a scenario to another, and what of it is more than chance. */
package dev.chokepoint.lab.difference;
