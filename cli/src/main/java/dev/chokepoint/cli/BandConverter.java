package dev.chokepoint.cli;

import dev.chokepoint.lab.difference.Noise;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how much of a change is noise. */
final class BandConverter implements ITypeConverter<Noise> {
    private static final double MOST = 1000;

    @Override
    public Noise convert(String text) {
        try {
            double percent = text.endsWith("%") ? Double.parseDouble(text.substring(0, text.length() - 1)) : Double.NaN;
            if (percent >= 0 && percent <= MOST) {
                return new Noise(percent / 100);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new TypeConversionException("\"" + text + "\" is not a part from 0% to 1000%, such as 20%");
    }
}
