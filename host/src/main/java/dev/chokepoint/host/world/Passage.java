package dev.chokepoint.host.world;

/**
 * What a {@link Rule} judges: something on its way between two hosts. Where streams are made of packets, and for datagrams, it is
 * one packet; for an ideal stream a piece of it.
 *
 * @param from the sending host's name
 * @param to the receiving host's name
 * @param bytes its length on the first link; 0 for what opens or ends an ideal stream
 * @param datagram whether it belongs to a datagram rather than a stream
 */
public record Passage(String from, String to, int bytes, boolean datagram) {}
