package dev.chokepoint.lab.capacity;

/**
 * One objective at one load.
 *
 * @param objective as the user wrote it, or as it was put for a user who wrote none
 * @param unit of the figure: {@code ns}, {@code /s} or {@code 1} (a fraction)
 * @param value the figure; NaN when nothing was delivered
 * @param halfWidth of its 95 % interval; NaN for one run, which says nothing of its own error
 * @param limit what it is compared with
 * @param outcome never {@link Outcome#VOID}
 */
public record Judgement(String objective, String unit, double value, double halfWidth, double limit, Outcome outcome) {}
