package dev.chokepoint.lab.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a quantity measures, and the units in which it can be written. */
public enum Dimension {
    /** In nanoseconds. */
    TIME(
            "a time",
            "20ms",
            new Unit("ns", 1),
            new Unit("us", 1_000),
            new Unit("ms", 1_000_000),
            new Unit("s", 1_000_000_000),
            new Unit("min", 60_000_000_000L),
            new Unit("h", 3_600_000_000_000L)),
    /** In bytes. */
    SIZE(
            "a size",
            "2kB",
            new Unit("B", 1),
            new Unit("kB", 1_000),
            new Unit("MB", 1_000_000),
            new Unit("GB", 1_000_000_000),
            new Unit("KiB", 1 << 10),
            new Unit("MiB", 1 << 20),
            new Unit("GiB", 1 << 30)),
    /** In bits per second. */
    BANDWIDTH(
            "a bandwidth",
            "100Mbit/s",
            new Unit("bit/s", 1),
            new Unit("kbit/s", 1_000),
            new Unit("Mbit/s", 1_000_000),
            new Unit("Gbit/s", 1_000_000_000),
            new Unit("B/s", 8),
            new Unit("kB/s", 8_000),
            new Unit("MB/s", 8_000_000),
            new Unit("GB/s", 8_000_000_000L)),
    /** In events per second. */
    RATE(
            "a rate",
            "400/s",
            new Unit("/s", 1),
            new Unit("k/s", 1_000),
            new Unit("M/s", 1_000_000),
            new Unit("/min", 1, 60)),
    /** From 0 to 1. */
    FRACTION("a fraction", "0.1%", new Unit("%", 1, 100)),
    /** In packets. */
    PACKETS("a number of packets", "100 packets", new Unit("packets", 1), new Unit("packet", 1));

    private final String title;
    private final String example;
    /** Immutable, but not of a type that Error Prone knows to be. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Unit> units;

    Dimension(String title, String example, Unit... units) {
        this.title = title;
        this.example = example;
        this.units = List.of(units);
    }

    /** Such as {@code a time}. */
    String title() {
        return title;
    }

    /** How a value is written. */
    String example() {
        return example;
    }

    /** The units, in the order in which they are explained. */
    List<Unit> units() {
        return units;
    }

    List<String> symbols() {
        return units.stream().map(Unit::symbol).toList();
    }

    Optional<Unit> unit(String symbol) {
        return units.stream().filter(unit -> unit.symbol.equals(symbol)).findFirst();
    }

    /** The dimension that a symbol belongs to. */
    static Optional<Dimension> of(String symbol) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.unit(symbol).isPresent())
                .findFirst();
    }

    /**
     * A unit: one of it is {@code times / per} of the dimension's base unit.
     *
     * @param symbol how it is written; case matters
     * @param times the multiplier
     * @param per the divisor
     */
    record Unit(String symbol, long times, long per) {
        Unit(String symbol, long times) {
            this(symbol, times, 1);
        }
    }
}
