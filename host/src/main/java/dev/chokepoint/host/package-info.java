/**
 * What a program may touch: one {@link dev.chokepoint.host.Host} per lane, its clock, timers, random numbers, connections
 * and meter.
 *
 * <p>Everything here is called on the lane's own thread, one callback at a time, and no method calls the program back
 * before it returns. Times are nanoseconds, sizes are bytes.
 */
package dev.chokepoint.host;
