package dev.chokepoint.programs.nats;

/**
 * What a {@link NatsServer} has done so far.
 *
 * @param clients how many there are now
 * @param accepted how many there have been
 * @param turnedAway connections that found no place
 * @param published messages that clients published
 * @param deliveries messages that were sent to subscribers
 * @param slowConsumers clients dropped because they did not read what they were sent
 * @param stale clients dropped because they answered no ping
 * @param refused clients dropped because they broke the protocol or a limit
 */
public record NatsServerCounts(
        long clients,
        long accepted,
        long turnedAway,
        long published,
        long deliveries,
        long slowConsumers,
        long stale,
        long refused) {}
