package dev.chokepoint.programs.nats;

/**
 * What a {@link NatsClient} has done so far.
 *
 * @param connected how often the server took a connection
 * @param published messages that left, or wait to leave
 * @param received messages that came
 * @param refused messages that {@link NatsClient#publish} answered false to, for want of room: they are lost
 * @param uncertain messages that had left over a connection that then broke before the server confirmed them: some may be lost
 */
public record NatsClientCounts(long connected, long published, long received, long refused, long uncertain) {}
