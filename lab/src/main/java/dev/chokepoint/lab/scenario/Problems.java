package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Node.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file, up to a limit. */
final class Problems {
    private static final int MOST = 100;
    private static final int LONGEST = 60;

    private final String file;
    private final List<String> lines;
    private final List<Problem> found = new ArrayList<>();

    Problems(ScenarioText text) {
        file = text.file();
        lines = text.lines();
    }

    void add(Spot spot, String message, String hint) {
        if (!isFull()) {
            found.add(new Problem(file, spot.line(), spot.column(), spot.text(), line(spot.line()), message, hint));
        }
    }

    /** Whether more of them would be dropped. */
    boolean isFull() {
        return found.size() >= MOST;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the file. */
    ScenarioException exception() {
        found.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        return new ScenarioException(found);
    }

    /** The line with this number, from 1; empty behind the last. */
    String line(int number) {
        return number <= lines.size() ? lines.get(number - 1) : "";
    }

    /** The number of the last line that is not empty; 1 in an empty file. */
    int lastLine() {
        int last = lines.size();
        while (last > 1 && line(last).isBlank()) {
            last--;
        }
        return last;
    }

    /** A user's text in a message: quoted, and not longer than a line. */
    static String quoted(String text) {
        String flat = text.replaceAll("\\s+", " ");
        int end = flat.offsetByCodePoints(0, Math.min(LONGEST, flat.codePointCount(0, flat.length())));
        return "\"" + flat.substring(0, end) + (end < flat.length() ? "..." : "") + "\"";
    }
}
