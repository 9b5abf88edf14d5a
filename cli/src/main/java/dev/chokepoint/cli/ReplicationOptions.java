package dev.chokepoint.cli;

import dev.chokepoint.lab.run.ReplicationPlan;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How often a command that simulates does it. */
final class ReplicationOptions {
    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private Choice choice;

    /** One or the other. */
    private static final class Choice {
        @Option(
                names = "--replications",
                paramLabel = "N",
                converter = Times.class,
                description =
                        "simulate N times, each with other random numbers (default: 10, fewer of a long scenario)")
        private ReplicationPlan.Fixed replications;

        @Option(
                names = "--precision",
                paramLabel = "PERCENT",
                converter = Percent.class,
                description = "simulate until mean and percentiles are known to so much of themselves, such as 1%%")
        private ReplicationPlan.UntilPrecise precision;
    }

    ReplicationPlan plan() {
        if (choice == null) {
            return new ReplicationPlan.Automatic();
        }
        return choice.replications == null ? choice.precision : choice.replications;
    }

    /** Reads a number of replications. */
    static final class Times implements ITypeConverter<ReplicationPlan.Fixed> {
        @Override
        public ReplicationPlan.Fixed convert(String text) {
            try {
                return new ReplicationPlan.Fixed(Integer.parseInt(text));
            } catch (NumberFormatException e) {
                throw new TypeConversionException(
                        "\"" + text + "\" is no whole number from 1 to " + ReplicationPlan.MOST);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Reads a precision. */
    static final class Percent implements ITypeConverter<ReplicationPlan.UntilPrecise> {
        private static final double FINEST = 0.1;
        private static final double COARSEST = 50;

        @Override
        public ReplicationPlan.UntilPrecise convert(String text) {
            double percent = number(text);
            if (!(percent >= FINEST && percent <= COARSEST)) {
                throw new TypeConversionException(text + " is not a precision from 0.1% to 50%");
            }
            return new ReplicationPlan.UntilPrecise(percent / 100);
        }

        private static double number(String text) {
            try {
                return text.endsWith("%") ? Double.parseDouble(text.substring(0, text.length() - 1)) : Double.NaN;
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
    }
}
