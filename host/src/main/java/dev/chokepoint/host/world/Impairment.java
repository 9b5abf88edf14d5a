package dev.chokepoint.host.world;

/**
 * What a link direction does to packets besides delaying them. Each packet's fate is drawn by itself, after its transmission.
 * Ideal streams are not affected; a packet of a real stream is, like a datagram's.
 *
 * @param loss the fraction of packets that vanish, 0 to 1
 * @param duplicate the fraction of packets that arrive twice, 0 to 1
 * @param reorder the fraction of packets that are held back by {@code reorderNanos}, so that later ones overtake them, 0 to 1
 * @param reorderNanos for how long, 0 or more
 */
public record Impairment(double loss, double duplicate, double reorder, long reorderNanos) {
    /** Nothing is lost, doubled or held back. */
    public static final Impairment NONE = new Impairment(0, 0, 0, 0);

    /** Checks the numbers. */
    public Impairment {
        fraction(loss, "loss");
        fraction(duplicate, "duplicate");
        fraction(reorder, "reorder");
        if (reorderNanos < 0) {
            throw new IllegalArgumentException("reorder delay " + reorderNanos + " ns: must be 0 or more");
        }
    }

    private static void fraction(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " " + value + ": must be a fraction from 0 to 1");
        }
    }

    /**
     * Only loss.
     *
     * @param fraction of packets, 0 to 1
     * @return the impairment
     */
    public static Impairment loss(double fraction) {
        return new Impairment(fraction, 0, 0, 0);
    }
}
