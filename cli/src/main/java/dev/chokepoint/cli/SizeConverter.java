package dev.chokepoint.cli;

import dev.chokepoint.lab.scenario.Dimension;
import dev.chokepoint.lab.scenario.Quantities;
import dev.chokepoint.lab.scenario.QuantityException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a size option, with its unit, as in scenarios. */
final class SizeConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        try {
            return Quantities.parse(Dimension.SIZE, text).longValueExact();
        } catch (QuantityException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
