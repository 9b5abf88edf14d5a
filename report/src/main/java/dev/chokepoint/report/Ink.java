package dev.chokepoint.report;

import dev.chokepoint.report.Table.Tone;

/**
 * Colours a terminal's text, or leaves it alone.
 *
 * @param colour whether escape sequences may be used
 */
record Ink(boolean colour) {
    String paint(Tone tone, String text) {
        return colour && !text.isEmpty() && tone != Tone.PLAIN
                ? "\u001b[" + code(tone) + "m" + text + "\u001b[0m"
                : text;
    }

    private static String code(Tone tone) {
        return switch (tone) {
            case PLAIN -> "0";
            case STRONG -> "1";
            case QUIET -> "2";
            case GOOD -> "32";
            case BAD -> "1;31";
        };
    }
}
