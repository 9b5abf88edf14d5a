package dev.chokepoint.programs.chat;

/** The letters of {@link User#modes()} (RFC 2812 section 3.1.5). */
final class UserModes {
    private static final String LETTERS = "iow";

    private UserModes() {}

    /** The bit of a letter, 0 for none. */
    static int bit(char letter) {
        return switch (letter) {
            case 'i' -> User.INVISIBLE;
            case 'o' -> User.OPERATOR;
            case 'w' -> User.WALLOPS;
            default -> 0;
        };
    }

    /** All that are set, such as {@code +iw}. */
    static String letters(int modes) {
        return "+" + among(modes);
    }

    /** What leads from one to another, such as {@code +i-w}; empty when nothing does. */
    static String difference(int before, int after) {
        String added = among(after & ~before);
        String removed = among(before & ~after);
        return (added.isEmpty() ? "" : "+" + added) + (removed.isEmpty() ? "" : "-" + removed);
    }

    private static String among(int bits) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LETTERS.length(); i++) {
            if ((bits & bit(LETTERS.charAt(i))) != 0) {
                letters.append(LETTERS.charAt(i));
            }
        }
        return letters.toString();
    }
}
