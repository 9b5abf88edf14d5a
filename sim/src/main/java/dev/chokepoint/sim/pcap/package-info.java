/**
 * Packets as Wireshark reads them: pcapng blocks, and the IP, UDP, TCP and ICMP headers that the simulator itself never needs as
 * bytes. Knows nothing of the simulator.
 */
package dev.chokepoint.sim.pcap;
