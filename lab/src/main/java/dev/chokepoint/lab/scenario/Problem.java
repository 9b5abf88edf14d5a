package dev.chokepoint.lab.scenario;

import java.util.Locale;

/**
 * One thing that is wrong with a scenario file.
 *
 * @param file as the user named it
 * @param line from 1; 0 when it concerns the file as a whole
 * @param column from 1, in characters; 0 when it concerns the file as a whole
 * @param text the offending text, without line breaks; empty where something is missing
 * @param source the line that it stands in
 * @param message what is wrong, with the value and the limit
 * @param hint what is allowed, or what to do next
 */
public record Problem(String file, int line, int column, String text, String source, String message, String hint) {
    private static final int WIDEST = 110;
    private static final int BEFORE = 60;

    /**
     * For terminals and logs: where and what, the line with a caret under the offending text, and the hint.
     *
     * @return several lines, each ended
     */
    public String render() {
        if (line == 0) {
            return String.format(Locale.ROOT, "%s: %s%n    %s%n", printable(file), printable(message), hint());
        }
        String where = printable(file) + ":" + line + ":" + column;
        return String.format(Locale.ROOT, "%s: %s%n%s    %s%n", where, printable(message), pointer(), printable(hint));
    }

    private String pointer() {
        int[] points = source.codePoints().toArray();
        int at = Math.min(column - 1, points.length);
        int from = points.length <= WIDEST ? 0 : Math.max(0, at - BEFORE);
        int to = Math.min(points.length, from + WIDEST);
        int carets = Math.clamp(text.codePointCount(0, text.length()), 1, Math.max(1, to - at));
        String shown = printable(new String(points, from, to - from));
        String margin = String.format(Locale.ROOT, "%6d | ", line);
        return margin
                + shown.stripTrailing()
                + System.lineSeparator()
                + " ".repeat(margin.length() + at - from)
                + "^".repeat(carets)
                + System.lineSeparator();
    }

    /** Nothing in a file may drive the terminal: a control character becomes a space, as wide as the caret line takes it. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\x{2028}\\x{2029}]", " ");
    }
}
