/**
 * What the seam costs: the server's CPU time per message of a 64-byte echo, written as a program on the seam and directly
 * against Netty, in pairs of runs that differ in nothing else.
 */
package dev.chokepoint.bench.echo;
