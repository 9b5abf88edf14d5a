/** When requests are made and how long things take: the laws of load, free of any protocol. */
package dev.chokepoint.programs.load;
