package dev.chokepoint.programs.balance;

/** How a {@link Balancer} chooses a server for a new connection, among those that may have one. */
public enum Policy {
    /** Any of them, each as likely as the next. */
    RANDOM,
    /** One after the other, in the order of the list. */
    ROUND_ROBIN,
    /** The one to which this lane has the fewest open connections; of equal ones any, each as likely as the next. */
    LEAST_CONNECTIONS,
    /**
     * Two different ones by chance, and of these the one to which this lane has fewer open connections; of equal ones the first
     * drawn. Almost as even as looking at all of them (Mitzenmacher, The Power of Two Choices in Randomized Load Balancing,
     * 2001).
     */
    TWO_CHOICES
}
