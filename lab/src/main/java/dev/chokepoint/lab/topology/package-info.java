/** Which programs run on which hosts, joined by which links: one class for each centralization model. */
package dev.chokepoint.lab.topology;
