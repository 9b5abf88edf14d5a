/** What this machine takes for what the simulator charges: fitted to counted units and CPU time, and kept. */
package dev.chokepoint.lab.calibrate;
