package dev.chokepoint.report;

import java.util.ArrayList;
import java.util.List;

/** Text for a terminal: no control characters, lines of a width. A character is one column wide. */
final class Text {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";

    private Text() {}

    /** Names come from users; none of them may move the cursor. */
    static String clean(String text) {
        return printable(text).replace('\n', ' ').replace('\t', ' ');
    }

    /** As {@link #clean}, but lines stay lines. */
    static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' && c != '\t' ? '\uFFFD' : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Cut to a width, with an ellipsis where something is missing. */
    static String shortened(String text, int width) {
        return width(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }

    /** Breaks at spaces, and within words that are wider than a line. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String rest = word;
            if (!line.isEmpty() && width(line.toString()) + 1 + width(rest) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (width(rest) > width) {
                int cut = rest.offsetByCodePoints(0, width);
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    static String pad(String text, int width, boolean right) {
        String space = " ".repeat(Math.max(0, width - width(text)));
        return right ? space + text : text + space;
    }

    /** A bar of {@code width} columns, to an eighth of a column. */
    static String bar(double fraction, int width) {
        int eighths = (int) Math.round(fraction * width * 8);
        StringBuilder bar = new StringBuilder("█".repeat(eighths / 8));
        if (eighths % 8 > 0) {
            bar.append(EIGHTHS.charAt(eighths % 8));
        }
        return bar.append("·".repeat(width - bar.length())).toString();
    }
}
