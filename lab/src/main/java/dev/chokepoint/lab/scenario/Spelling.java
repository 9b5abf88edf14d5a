package dev.chokepoint.lab.scenario;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Guesses what a misspelt word was meant to be. */
final class Spelling {
    private static final int LONGEST = 40;

    private Spelling() {}

    /** {@code did you mean x? }, or nothing when no known word is close. */
    static String suggestion(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return "";
        }
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= allowed(word, candidate))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .map(candidate -> "did you mean " + candidate + "? ")
                .orElse("");
    }

    /** A third of the letters may be wrong, at least one; a word of one letter may be any other only in the other case. */
    private static int allowed(String word, String candidate) {
        int shorter = Math.min(word.length(), candidate.length());
        return word.equalsIgnoreCase(candidate) ? candidate.length() : shorter < 2 ? 0 : Math.max(1, shorter / 3);
    }

    /** The number of letters to insert, delete, replace or swap with their neighbour; case does not count. */
    static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        Arrays.setAll(cost[0], j -> j);
        for (int i = 1; i <= a.length(); i++) {
            cost[i][0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
