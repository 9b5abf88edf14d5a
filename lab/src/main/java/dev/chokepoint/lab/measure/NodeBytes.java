package dev.chokepoint.lab.measure;

/**
 * What passes through a host, in and out, for each message that the whole system delivers.
 *
 * @param node the host's name; a client group's for each of its clients, on average
 * @param count how many clients a group has; 1 for other hosts
 * @param bytesPerMessage on its links, counted where they begin or end at it
 */
public record NodeBytes(String node, int count, double bytesPerMessage) {}
