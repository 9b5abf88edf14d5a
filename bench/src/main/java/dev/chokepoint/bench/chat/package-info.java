/**
 * How fast chat servers deliver: ours, InspIRCd, ngIRCd and NATS, each a process of its own on one core, with the same client on
 * another.
 */
package dev.chokepoint.bench.chat;
