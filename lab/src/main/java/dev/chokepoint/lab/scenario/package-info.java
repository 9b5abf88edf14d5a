/** What the user wrote: a scenario file read into records, or errors that say where it is wrong and what is allowed. */
package dev.chokepoint.lab.scenario;
