/** The centralization models side by side: one load, the same links, common random numbers. */
package dev.chokepoint.lab.models;
